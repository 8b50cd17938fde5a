package lathe.text;

/**
 * Words without a dictionary: a run of letters, marks and digits in scripts with spaces is one; in scripts without them
 * each letter is one.
 */
public final class Words {
    private Words() {}

    /** Number of words. */
    public static long count(String text) {
        long words = 0;
        boolean inside = false;
        for (int i = 0; i < text.length(); ) {
            int c = text.codePointAt(i);
            i += Character.charCount(c);
            if (!isPart(c)) {
                inside = false;
            } else if (Scripts.isUnspaced(c)) {
                words += isMark(c) ? 0 : 1;
                inside = false;
            } else {
                words += inside ? 0 : 1;
                inside = true;
            }
        }
        return words;
    }

    /** Whether a word of a spaced script could go on with this character. */
    public static boolean isSpacedPart(int codePoint) {
        return isPart(codePoint) && !Scripts.isUnspaced(codePoint);
    }

    private static boolean isPart(int c) {
        if (c < 0x80) {
            return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
        }
        return Character.isLetterOrDigit(c) || isMark(c);
    }

    private static boolean isMark(int c) {
        int type = Character.getType(c);
        return type == Character.NON_SPACING_MARK
                || type == Character.COMBINING_SPACING_MARK
                || type == Character.ENCLOSING_MARK;
    }
}
