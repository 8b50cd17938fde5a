package lathe.text;

/** Facts about characters that Lathe's definitions rest on. */
public final class Unicode {
    private Unicode() {}

    /** Index of the first surrogate without its other half, or -1: such a string is no Unicode text. */
    public static int loneSurrogate(String text) {
        int length = text.length();
        for (int at = 0; at < length; at++) {
            char half = text.charAt(at);
            if (half >= Character.MIN_SURROGATE && half <= Character.MAX_SURROGATE) {
                if (Character.isLowSurrogate(half)
                        || at + 1 == length
                        || !Character.isLowSurrogate(text.charAt(at + 1))) {
                    return at;
                }
                at++;
            }
        }
        return -1;
    }

    /** Unicode's property White_Space, which {@link Character#isWhitespace} is not. */
    public static boolean isWhiteSpace(int codePoint) {
        return (codePoint >= 9 && codePoint <= 13)
                || codePoint == 0x20
                || codePoint == 0x85
                || codePoint == 0xA0
                || codePoint == 0x1680
                || (codePoint >= 0x2000 && codePoint <= 0x200A)
                || codePoint == 0x2028
                || codePoint == 0x2029
                || codePoint == 0x202F
                || codePoint == 0x205F
                || codePoint == 0x3000;
    }

    /** The start of a text for people: at most {@code most} characters, on one line, writable as UTF-8. */
    public static String excerpt(String text, int most) {
        int end = text.codePointCount(0, Math.min(text.length(), 2 * most)) <= most
                ? Math.min(text.length(), 2 * most)
                : text.offsetByCodePoints(0, most);
        String start =
                text.substring(0, end).replaceAll("\\p{Cntrl}+", " ").strip().replaceAll("\\p{Cs}", "\uFFFD");
        return end < text.length() ? start + "…" : start;
    }
}
