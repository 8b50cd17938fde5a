package lathe.text.unicode;

import com.ibm.icu.lang.UScript;
import java.util.Map;

/**
 * Scripts in Unicode 9, as Hugging Face's UnicodeScripts knows them, in SentencePiece's grouping: kana counts as Han; a
 * space and what is not assigned go with anything.
 */
public final class OlderScript {
    /** No script of its own. */
    public static final int ANY = -1;

    private static final int VERSION = 9;
    private static final int SOUND_MARK = 0x30FC;

    /** Characters whose script has changed since. */
    private static final Map<Integer, Integer> WERE = Map.of(
            0x589, UScript.COMMON,
            0x61C, UScript.COMMON,
            0x953, UScript.DEVANAGARI,
            0x954, UScript.DEVANAGARI);

    private static final short[] TABLE = new short[Character.MAX_CODE_POINT + 1];

    static {
        for (int c = 0; c < TABLE.length; c++) {
            TABLE[c] = (short) compute(c);
        }
    }

    private OlderScript() {}

    /** A number for the script of a code point, or {@link #ANY}. */
    public static int of(int codePoint) {
        return TABLE[codePoint];
    }

    private static int compute(int c) {
        if (c == ' ' || !UnicodeVersion.knows(VERSION, c)) {
            return ANY;
        }
        if (c == SOUND_MARK) {
            return UScript.HAN;
        }
        int script = WERE.getOrDefault(c, UScript.getScript(c));
        return switch (script) {
            case UScript.HIRAGANA, UScript.KATAKANA -> UScript.HAN;
            case UScript.UNKNOWN -> ANY;
            default -> script;
        };
    }
}
