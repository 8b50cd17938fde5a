package lathe.tokenize.sentencepiece;

/**
 * What may be a piece, as SentencePiece's options say.
 *
 * @param maxLength most code points
 * @param splitByScript whether scripts do not mix; Han, Hiragana and Katakana are one
 * @param splitByNumber whether digits are a script of their own
 * @param splitBySpace whether a space only begins a piece
 * @param splitDigits whether a digit is always alone
 * @param spacesAlone whether spaces in a row may be a piece
 */
public record PieceRules(
        int maxLength,
        boolean splitByScript,
        boolean splitByNumber,
        boolean splitBySpace,
        boolean splitDigits,
        boolean spacesAlone) {
    /** How a space is written. */
    public static final char SPACE = '\u2581';
    /** How a character without a token is written. */
    public static final char UNKNOWN = '\u2585';
    /** Stands in a text where a piece with a fixed id stood. */
    static final char BOUNDARY = '\u001F';

    static final int LONGEST = 16;

    /** What a character is that no piece of several has. */
    static final int NEVER = -2;

    private static final short[] KINDS = new short[Character.MIN_SUPPLEMENTARY_CODE_POINT];

    static {
        for (int c = 0; c < KINDS.length; c++) {
            KINDS[c] = (short) makeKind(c);
        }
    }

    /** SentencePiece's defaults. */
    public static PieceRules standard() {
        return new PieceRules(LONGEST, true, true, true, false, false);
    }

    /** The same with another longest piece, and digits alone or not. */
    public PieceRules with(int longest, boolean digitsAlone) {
        return new PieceRules(longest, splitByScript, splitByNumber, splitBySpace, digitsAlone, spacesAlone);
    }

    /** Whether code points make a piece that may be learned. */
    public boolean allow(int[] text, int from, int to) {
        if (to <= from || to - from > maxLength) {
            return false;
        }
        boolean onlySpaces = spacesAlone && onlySpaces(text, from, to);
        int before = SpScripts.ANY;
        for (int i = from; i < to; i++) {
            if (text[i] == SPACE) {
                if (!onlySpaces && !maySpaceStand(i - from, to - from)) {
                    return false;
                }
                continue;
            }
            int script = kind(text[i]);
            script = script == SpScripts.ANY ? before : script;
            boolean digit = isDigit(text[i]);
            if (script == NEVER || (digit && splitDigits && to - from > 1)) {
                return false;
            }
            script = digit && !splitByNumber ? SpScripts.ANY : script;
            if (splitByScript && differ(before, script)) {
                return false;
            }
            before = script;
        }
        return true;
    }

    private boolean maySpaceStand(int at, int length) {
        return splitBySpace ? at == 0 : at == 0 || at < length - 1;
    }

    private static boolean differ(int script, int other) {
        return script != other && script != SpScripts.ANY && other != SpScripts.ANY;
    }

    private static boolean onlySpaces(int[] text, int from, int to) {
        for (int i = from; i < to; i++) {
            if (text[i] != SPACE) {
                return false;
            }
        }
        return true;
    }

    static boolean isDigit(int c) {
        return (c >= '0' && c <= '9') || (c >= 0xFF10 && c <= 0xFF19);
    }

    /** The script of a character, {@link SpScripts#ANY}, or {@link #NEVER}. */
    static int kind(int c) {
        return c < KINDS.length ? KINDS[c] : makeKind(c);
    }

    private static int makeKind(int c) {
        boolean surrogate = c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE;
        boolean never = c == UNKNOWN || c == 0 || c == BOUNDARY || c == ' ' || surrogate;
        return never ? NEVER : SpScripts.of(c);
    }
}
