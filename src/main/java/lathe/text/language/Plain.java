package lathe.text.language;

import lathe.text.Scripts;

/**
 * A text as the language model was taught to see it: in small letters, with a blank for every address, mention, number,
 * symbol beyond the basic plane and run of blanks, and at most two of the same character in a row. OpenNLP does the
 * like with eight regular expressions, which take most of its time; unlike it, ideographs and kana are blanks here, for
 * they say nothing about the words between them, and laughter and smileys stay.
 */
final class Plain {
    private final char[] out;
    private int length;

    /** The first characters of a text. */
    Plain(String text, int end) {
        out = new char[end];
        int at = 0;
        while (at < end) {
            at = take(text, at, end);
        }
        while (length > 0 && out[length - 1] == ' ') {
            length--;
        }
    }

    /** Its characters, of which the first {@link #length} count. */
    char[] chars() {
        return out;
    }

    int length() {
        return length;
    }

    private int take(String text, int at, int end) {
        char c = text.charAt(at);
        if (c == 'h' && (text.startsWith("http://", at) || text.startsWith("https://", at))) {
            blank();
            return skip(text, at, end, "-_.?&~;:+=/#%");
        }
        if (c == '@') {
            while (length > 0 && isPart(out[length - 1], "-+_.")) {
                length--;
            }
        }
        if (c == '@' || c == '#') {
            blank();
            return skip(text, at + 1, end, "-_.");
        }
        put(c);
        return at + 1;
    }

    private void put(char c) {
        if (isBlank(c)) {
            blank();
            return;
        }
        char small = c < 0x80 ? (c >= 'A' && c <= 'Z' ? (char) (c + 32) : c) : Character.toLowerCase(c);
        if (length < 2 || out[length - 1] != small || out[length - 2] != small) {
            out[length++] = small;
        }
    }

    private static boolean isBlank(char c) {
        if (c < 0x80) {
            return c <= ' ' || (c >= '0' && c <= '9');
        }
        return Character.isSurrogate(c)
                || Character.isWhitespace(c)
                || Character.isSpaceChar(c)
                || Scripts.isKana(c)
                || (c >= 0x2E80 && Scripts.isHan(c));
    }

    private void blank() {
        if (length > 0 && out[length - 1] != ' ') {
            out[length++] = ' ';
        }
    }

    private static int skip(String text, int from, int end, String others) {
        int at = from;
        while (at < end && isPart(text.charAt(at), others)) {
            at++;
        }
        return at;
    }

    private static boolean isPart(char c, String others) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || others.indexOf(c) >= 0;
    }
}
