package lathe.clean.edit;

import java.util.List;
import lathe.clean.rule.Changes;
import lathe.clean.rule.Edit;
import lathe.recipe.EditRules;
import lathe.text.Unicode;

/**
 * Takes out links: a known scheme with an authority, or www. with a domain. A link ends before white space, Chinese or
 * Korean text, punctuation of those, brackets that it did not open, and marks that end a sentence.
 *
 * @param with what stands in a link's place
 * @param email whether addresses of mail count
 */
record LinksEdit(String with, boolean email) implements Edit {
    private static final List<String> SCHEMES = List.of(
            "https", "http", "ftps", "sftp", "ftp", "wss", "ws", "ssh", "git", "svn", "rtsp", "rtmp", "file", "s3",
            "hdfs");
    private static final String NEVER = "<>\"`{}|\\^";
    private static final String TRAILING = ".,;:!?'*_~";
    private static final int LONGEST_LOCAL = 64;

    static LinksEdit of(EditRules.Links rule) {
        return new LinksEdit(rule.with(), rule.email());
    }

    @Override
    public void edit(String text, Changes changes) {
        int done = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            int from = -1;
            int to = -1;
            if (c == ':' && text.startsWith("://", i)) {
                from = schemeStart(text, i, done);
                to = from < 0 ? -1 : linkEnd(text, i + 3);
                from = to <= i + 3 ? -1 : from;
            } else if ((c == 'w' || c == 'W') && isWww(text, i)) {
                from = i;
                to = linkEnd(text, i + 4);
            } else if (c == '@' && email) {
                from = localStart(text, i, done);
                to = from < 0 ? -1 : domainEnd(text, i + 1);
                from = to < 0 ? -1 : from;
            }
            if (from >= 0) {
                changes.replace(from, to, with);
                done = to;
                i = to - 1;
            }
        }
    }

    private static int schemeStart(String text, int colon, int done) {
        for (String scheme : SCHEMES) {
            int from = colon - scheme.length();
            if (from >= done
                    && text.regionMatches(true, from, scheme, 0, scheme.length())
                    && (from == 0 || !Characters.isAsciiAlnum(text.charAt(from - 1)))) {
                return from;
            }
        }
        return -1;
    }

    private static boolean isWww(String text, int at) {
        if (!text.regionMatches(true, at, "www.", 0, 4) || (at > 0 && isHostPart(text.charAt(at - 1)))) {
            return false;
        }
        int end = at + 4;
        while (end < text.length() && (Characters.isAsciiAlnum(text.charAt(end)) || text.charAt(end) == '-')) {
            end++;
        }
        return end > at + 4
                && end + 1 < text.length()
                && text.charAt(end) == '.'
                && Characters.isAsciiAlnum(text.charAt(end + 1));
    }

    private static boolean isHostPart(char c) {
        return Characters.isAsciiAlnum(c) || c == '.' || c == '-' || c == '_' || c == '@';
    }

    private static int linkEnd(String text, int from) {
        int end = from;
        int open = 0;
        while (end < text.length() && isLinkPart(text.charAt(end))) {
            char c = text.charAt(end);
            open += c == '(' || c == '[' ? 1 : c == ')' || c == ']' ? -1 : 0;
            if (open < 0) {
                break;
            }
            end++;
        }
        while (end > from && isTrailing(text.charAt(end - 1))) {
            end--;
        }
        return end;
    }

    private static boolean isLinkPart(char c) {
        if (c < 0x80) {
            return c > 0x20 && c != 0x7F && NEVER.indexOf(c) < 0;
        }
        return !Unicode.isWhiteSpace(c)
                && !Character.isISOControl(c)
                && c < 0x2E80
                && !Characters.isCjkMark(c)
                && !(c >= 0x1100 && c <= 0x11FF)
                && !(c >= 0x2000 && c <= 0x206F)
                && "«»‹›„".indexOf(c) < 0;
    }

    private static boolean isTrailing(char c) {
        return TRAILING.indexOf(c) >= 0 || c == '(' || c == '[';
    }

    private static int localStart(String text, int at, int done) {
        int from = at;
        while (from > done && at - from < LONGEST_LOCAL && isLocalPart(text.charAt(from - 1))) {
            from--;
        }
        while (from < at && !Characters.isAsciiAlnum(text.charAt(from))) {
            from++;
        }
        return from < at && (from <= done || !isLocalPart(text.charAt(from - 1)) || at - from < LONGEST_LOCAL)
                ? from
                : -1;
    }

    private static boolean isLocalPart(char c) {
        return Characters.isAsciiAlnum(c) || "._%+-".indexOf(c) >= 0;
    }

    /** Behind a domain of at least two labels, the last of letters; -1 if there is none. */
    private static int domainEnd(String text, int from) {
        int end = -1;
        int label = from;
        for (int i = from; i - from < 255; i++) {
            char c = i < text.length() ? text.charAt(i) : ' ';
            if (Characters.isAsciiAlnum(c) || c == '-') {
                continue;
            }
            if (label > from && i - label > 1 && Characters.isAsciiLetter(text.charAt(i - 1))) {
                end = i;
            }
            if (c != '.' || i == label) {
                return end;
            }
            label = i + 1;
        }
        return end;
    }
}
