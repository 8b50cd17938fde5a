package lathe.clean.edit;

import lathe.clean.rule.Changes;
import lathe.clean.rule.Edit;
import lathe.text.Unicode;

/**
 * Links as data-juicer's clean_links_mapper finds them: anything that looks like a scheme, www or a domain with a
 * slash, up to the next blank or bracket, Chinese text included. Its regular expression, written out so that it takes
 * linear time.
 *
 * @param with what stands in a link's place
 */
record DataJuicerLinks(String with) implements Edit {
    private static final String NOT_LAST = "`!()[]{};:'\".,<>?«»“”‘’";

    @Override
    public void edit(String text, Changes changes) {
        Runs runs = new Runs(text);
        for (int i = 0; i < text.length(); i++) {
            if (isStart(text, i)) {
                int end = runs.match(i);
                if (end > 0) {
                    changes.replace(i, end, with);
                    i = end - 1;
                }
            }
        }
    }

    private static boolean isStart(String text, int at) {
        char c = text.charAt(at);
        if (!Characters.isAsciiAlnum(c) && c != '.' && c != '-') {
            return false;
        }
        boolean before = at > 0 && isWord(text.codePointBefore(at));
        return before != isWord(c);
    }

    /** What \w stands for in Python: letters, marks, digits and connectors of every script. */
    private static boolean isWord(int c) {
        if (c < 0x80) {
            return Characters.isAsciiAlnum((char) c) || c == '_';
        }
        return switch (Character.getType(c)) {
            case Character.NON_SPACING_MARK,
                    Character.COMBINING_SPACING_MARK,
                    Character.ENCLOSING_MARK,
                    Character.DECIMAL_DIGIT_NUMBER,
                    Character.CONNECTOR_PUNCTUATION -> true;
            default -> Character.isAlphabetic(c) || c == 0x200C || c == 0x200D;
        };
    }

    /** Ends of runs, looked up once and kept while places asked for lie within them. */
    private static final class Runs {
        private final String text;
        private int wordsEnd;
        private int hostEnd;

        Runs(String text) {
            this.text = text;
        }

        /** Behind the link that begins here, or -1. */
        int match(int at) {
            int end = scheme(at);
            if (end < 0) {
                end = www(at);
            }
            return end < 0 ? host(at) : end;
        }

        private int scheme(int at) {
            if (!Characters.isAsciiLetter(text.charAt(at))) {
                return -1;
            }
            int colon = words(at);
            if (colon < at + 2 || colon + 1 >= text.length() || text.charAt(colon) != ':') {
                return -1;
            }
            int slashes = 0;
            while (slashes < 3 && colon + 1 + slashes < text.length() && text.charAt(colon + 1 + slashes) == '/') {
                slashes++;
            }
            for (int used = slashes; used > 0; used--) {
                int end = rest(colon + 1 + used);
                if (end > 0) {
                    return end;
                }
            }
            char next = text.charAt(colon + 1);
            return Characters.isAsciiAlnum(next) || next == '%' ? rest(colon + 2) : -1;
        }

        private int words(int at) {
            if (wordsEnd <= at) {
                wordsEnd = at;
                while (wordsEnd < text.length() && isWordOrDash(text.codePointAt(wordsEnd))) {
                    wordsEnd += Character.charCount(text.codePointAt(wordsEnd));
                }
            }
            return wordsEnd;
        }

        private static boolean isWordOrDash(int c) {
            return c == '-' || isWord(c);
        }

        private int www(int at) {
            if (!text.regionMatches(true, at, "www", 0, 3)) {
                return -1;
            }
            int dot = at + 3;
            while (dot < text.length() && dot < at + 6 && Character.isDigit(text.charAt(dot))) {
                dot++;
            }
            return dot < text.length() && text.charAt(dot) == '.' ? rest(dot + 1) : -1;
        }

        private int host(int at) {
            if (hostEnd <= at) {
                hostEnd = at;
                while (hostEnd < text.length() && isHost(text.charAt(hostEnd))) {
                    hostEnd++;
                }
            }
            if (hostEnd >= text.length() || text.charAt(hostEnd) != '/') {
                return -1;
            }
            int dot = hostEnd - 1;
            while (dot > at && hostEnd - dot <= 4 && Characters.isAsciiLetter(text.charAt(dot))) {
                dot--;
            }
            int letters = hostEnd - 1 - dot;
            return dot > at && text.charAt(dot) == '.' && letters >= 2 && letters <= 4 ? rest(hostEnd + 1) : -1;
        }

        private static boolean isHost(char c) {
            return Characters.isAsciiAlnum(c) || c == '.' || c == '-';
        }

        /** Behind the last unit that may end a link, if another unit comes before it; -1 if there is none. */
        private int rest(int from) {
            int end = -1;
            int units = 0;
            for (int i = from; i < text.length(); units++) {
                int c = text.codePointAt(i);
                int next = c == '(' ? group(i, true) : isPlain(c) ? i + Character.charCount(c) : -1;
                if (next < 0) {
                    return end;
                }
                if (units > 0 && (c == '(' || NOT_LAST.indexOf(c) < 0)) {
                    end = next;
                }
                i = next;
            }
            return end;
        }

        /** Behind a pair of brackets with no blanks in it, which may hold one level more; -1 if it is none. */
        private int group(int open, boolean outer) {
            for (int i = open + 1; i < text.length(); ) {
                int c = text.codePointAt(i);
                if (c == ')') {
                    return outer || i > open + 1 ? i + 1 : -1;
                }
                int next = c == '(' && outer ? group(i, false) : isPlain(c) ? i + Character.charCount(c) : -1;
                if (next < 0) {
                    return -1;
                }
                i = next;
            }
            return -1;
        }

        private static boolean isPlain(int c) {
            return c != '(' && c != ')' && c != '<' && c != '>' && !Unicode.isWhiteSpace(c);
        }
    }
}
