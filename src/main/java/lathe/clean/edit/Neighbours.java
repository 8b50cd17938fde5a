package lathe.clean.edit;

/** Of each place in a text: which kind of letter is the nearest before it and behind it on its line. */
final class Neighbours {
    static final byte NONE = 0;
    static final byte OTHER = 1;
    static final byte CJK = 2;
    /** No letter, but the line has Chinese ones elsewhere. */
    private static final byte EDGE = 3;

    private final byte[] left;
    private final byte[] right;

    Neighbours(String text) {
        left = new byte[text.length()];
        right = new byte[text.length()];
        for (int start = 0; start < text.length(); ) {
            int end = Characters.lineEnd(text, start);
            fill(text, start, end);
            start = end + 1;
        }
    }

    private void fill(String text, int start, int end) {
        byte nearest = hasCjk(text, start, end) ? EDGE : NONE;
        byte edge = nearest;
        for (int i = start; i < end; i++) {
            left[i] = nearest;
            nearest = next(text, i, nearest);
        }
        nearest = edge;
        for (int i = end - 1; i >= start; i--) {
            right[i] = nearest;
            nearest = next(text, i, nearest);
        }
    }

    private static boolean hasCjk(String text, int start, int end) {
        for (int i = start; i < end; i++) {
            if (text.charAt(i) >= 0x2E80 && Characters.isCjk(text.codePointAt(i))) {
                return true;
            }
        }
        return false;
    }

    private static byte next(String text, int at, byte nearest) {
        if (text.charAt(at) < 0x80) {
            return Characters.isAsciiLetter(text.charAt(at)) ? OTHER : nearest;
        }
        // a half of a pair counts as the character that it is of
        boolean low = Character.isLowSurrogate(text.charAt(at)) && at > 0;
        int whole = low ? text.codePointAt(at - 1) : text.codePointAt(at);
        return !Character.isLetter(whole) ? nearest : Characters.isCjk(whole) ? CJK : OTHER;
    }

    byte left(int at) {
        return left[at] == EDGE ? NONE : left[at];
    }

    byte right(int at) {
        return right[at] == EDGE ? NONE : right[at];
    }

    /** Whether a stretch stands among letters none of which is Chinese; at an end of a line the whole line counts. */
    boolean isOther(int from, int last) {
        byte before = left[from];
        byte after = right[last];
        return before < CJK && after < CJK && (before == OTHER || after == OTHER);
    }
}
