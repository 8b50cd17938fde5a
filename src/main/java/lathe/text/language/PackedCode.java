package lathe.text.language;

/**
 * A language's code as a number, for columns that hold nothing else: a digit to base 27 for each letter, 1 for
 * {@code a} to 26 for {@code z}, the first letter highest. {@code en} is 5 · 27 + 14 = 149.
 */
public final class PackedCode {
    private static final int BASE = 27;

    /** Longer codes would not fit in a double's 53 bits. */
    private static final int LONGEST = 11;

    private PackedCode() {}

    /**
     * The number of a code.
     *
     * @throws IllegalArgumentException if the code has other characters than small Latin letters, none, or more than 11
     */
    public static double pack(String code) {
        if (code.isEmpty() || code.length() > LONGEST) {
            throw new IllegalArgumentException("a language code of " + code.length() + " letters");
        }
        long packed = 0;
        for (int i = 0; i < code.length(); i++) {
            int digit = code.charAt(i) - 'a' + 1;
            if (digit < 1 || digit >= BASE) {
                throw new IllegalArgumentException("not a language code: " + code);
            }
            packed = packed * BASE + digit;
        }
        return packed;
    }

    /** The code of a number that {@link #pack} gave. */
    public static String unpack(double number) {
        StringBuilder code = new StringBuilder();
        for (long left = (long) number; left > 0; left /= BASE) {
            code.append((char) ('a' + left % BASE - 1));
        }
        return code.reverse().toString();
    }
}
