package lathe.clean.edit;

/**
 * Of each place in a text: which kind of letter is the nearest before it and behind it on its line.
 */
final class Neighbours {
    static final byte NONE = 0;
    static final byte OTHER = 1;
    static final byte CJK = 2;

    private final byte[] left;
    private final byte[] right;

    Neighbours(String text) {
        left = new byte[text.length()];
        right = new byte[text.length()];
        byte nearest = NONE;
        for (int i = 0; i < text.length(); i++) {
            left[i] = nearest;
            nearest = next(text, i, nearest);
        }
        nearest = NONE;
        for (int i = text.length() - 1; i >= 0; i--) {
            right[i] = nearest;
            nearest = next(text, i, nearest);
        }
    }

    private static byte next(String text, int at, byte nearest) {
        char c = text.charAt(at);
        if (c == '\n') {
            return NONE;
        }
        // a half of a pair counts as the character that it is of
        int whole = Character.isLowSurrogate(c) && at > 0 ? text.codePointAt(at - 1) : text.codePointAt(at);
        return !Character.isLetter(whole) ? nearest : Characters.isCjk(whole) ? CJK : OTHER;
    }

    byte left(int at) {
        return left[at];
    }

    byte right(int at) {
        return right[at];
    }

    /** Whether a stretch stands among letters none of which is Chinese. */
    boolean isOther(int from, int last) {
        byte before = left[from];
        byte after = right[last];
        return before != CJK && after != CJK && (before == OTHER || after == OTHER);
    }
}
