package lathe.clean.edit;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import lathe.clean.rule.Changes;
import lathe.clean.rule.Edit;

/**
 * Takes out the copyright notice in the comments at the beginning of source code, and no more: the line that names the
 * interpreter, the encoding, includes, titles of Markdown and other comments stay. Of a run of comment lines only the
 * paragraphs from the first that is a notice to the last that speaks of the licence go.
 */
record CopyrightEdit() implements Edit {
    private static final List<String> OWNERSHIP = List.of("copyright", "©", "(c)", "版权", "版權", "著作权", "著作權");
    private static final List<String> RESERVED = List.of("all rights reserved", "保留所有权利", "版权所有", "版權所有");
    private static final List<String> LICENCES = List.of(
            "licensed under",
            "spdx-license-identifier",
            "permission is hereby granted",
            "redistribution and use",
            "general public license",
            "mozilla public license",
            "apache license",
            "permissive license",
            "license file",
            "许可证",
            "許可證",
            "许可协议");
    private static final List<String> LICENCE_WORDS = List.of(
            "license", "licence", "warrant", "permission", "copyright", "liable", "liability", "许可", "版权", "保证");
    private static final List<String> LINE_MARKS = List.of("//", "--", "#", ";;", "%", "'", "\"\"\"");
    private static final List<String[]> BLOCKS = List.of(
            new String[] {"/*", "*/"}, new String[] {"<!--", "-->"}, new String[] {"(*", "*)"}, new String[] {"{-", "-}"
            });

    @Override
    public void edit(String text, Changes changes) {
        int at = skipBlank(text, preamble(text));
        while (at < text.length()) {
            int end = block(text, at);
            if (end > 0) {
                if (isNotice(lower(text, at, end))) {
                    changes.delete(at, behind(text, end));
                }
            } else {
                end = lines(text, at, changes);
                if (end == at) {
                    return;
                }
            }
            at = skipBlank(text, end);
        }
    }

    /** Behind the lines that must be a file's first: the interpreter, the encoding, declarations of XML and PHP. */
    private static int preamble(String text) {
        int at = 0;
        for (String first : List.of("#!", "<?", "<!doctype", "# -*-", "# coding", "\"use strict\"")) {
            if (text.regionMatches(true, at, first, 0, first.length())) {
                at = Math.min(text.length(), Characters.lineEnd(text, at) + 1);
            }
        }
        return at;
    }

    private static int skipBlank(String text, int from) {
        int at = from;
        while (at < text.length() && text.charAt(at) <= ' ') {
            at++;
        }
        return at;
    }

    /** Behind a comment with an end of its own that begins here, or -1. */
    private static int block(String text, int at) {
        for (String[] marks : BLOCKS) {
            if (text.startsWith(marks[0], at)) {
                int end = text.indexOf(marks[1], at + marks[0].length());
                return end < 0 ? -1 : end + marks[1].length();
            }
        }
        return -1;
    }

    /** Behind the rest of a line, if it is blank, and one blank line. */
    private static int behind(String text, int end) {
        int at = end;
        for (int line = 0; line < 2 && Characters.isBlank(text, at, Characters.lineEnd(text, at)); line++) {
            at = Math.min(text.length(), Characters.lineEnd(text, at) + 1);
        }
        return at;
    }

    /** Goes over the run of comment lines that begins here, takes its notice out, and returns where the run ends. */
    private static int lines(String text, int start, Changes changes) {
        String mark = LINE_MARKS.stream()
                .filter(m -> text.startsWith(m, start))
                .findFirst()
                .orElse("");
        int from = -1;
        int to = -1;
        int paragraph = start;
        int at = start;
        while (!mark.isEmpty() && at < text.length() && isLine(text, at, mark)) {
            int end = Characters.lineEnd(text, at);
            boolean bare = Characters.isBlank(text, at + mark.length(), end);
            int next = Math.min(text.length(), end + 1);
            boolean last = bare || next == text.length() || !isLine(text, next, mark);
            if (last) {
                String words = lower(text, paragraph, next);
                from = from < 0 && isNotice(words) ? paragraph : from;
                to = (from >= 0 && has(words, LICENCE_WORDS)) || from == paragraph ? next : to;
                paragraph = next;
            }
            at = next;
        }
        if (from >= 0) {
            changes.delete(from, to == at ? behindBlank(text, to) : to);
        }
        return Math.max(at, from < 0 || to < at ? at : behindBlank(text, to));
    }

    private static int behindBlank(String text, int at) {
        int end = Characters.lineEnd(text, at);
        return Characters.isBlank(text, at, end) ? Math.min(text.length(), end + 1) : at;
    }

    private static boolean isLine(String text, int at, String mark) {
        if (!text.startsWith(mark, at)) {
            return false;
        }
        int behind = at + mark.length();
        char next = behind < text.length() ? text.charAt(behind) : '\n';
        // #include, #define and ## Title are no comments
        return !mark.equals("#") || next == ' ' || next == '\n' || next == '\t' || next == '\r' || next > 0x7F;
    }

    private static String lower(String text, int from, int to) {
        return text.substring(from, to).toLowerCase(Locale.ROOT);
    }

    private static boolean isNotice(String words) {
        return has(words, LICENCES) || has(words, RESERVED) || (has(words, OWNERSHIP) && hasYear(words));
    }

    private static boolean has(String words, List<String> any) {
        return any.stream().anyMatch(words::contains);
    }

    /** Four digits that begin with 19 or 20. */
    private static boolean hasYear(String words) {
        return Stream.of("19", "20").anyMatch(century -> {
            for (int i = words.indexOf(century); i >= 0 && i + 4 <= words.length(); i = words.indexOf(century, i + 1)) {
                if (Characters.isAsciiDigit(words.charAt(i + 2)) && Characters.isAsciiDigit(words.charAt(i + 3))) {
                    return true;
                }
            }
            return false;
        });
    }
}
