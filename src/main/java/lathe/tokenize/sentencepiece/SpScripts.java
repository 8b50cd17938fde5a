package lathe.tokenize.sentencepiece;

import com.ibm.icu.lang.UScript;
import com.ibm.icu.text.UnicodeSet;

/**
 * Scripts as SentencePiece has them: those of Unicode 9, younger characters being common, Japanese syllables being Han.
 */
final class SpScripts {
    /** Goes with any script. */
    static final int ANY = -1;

    private static final UnicodeSet KNOWN = new UnicodeSet("[:age=9.0:]").freeze();
    private static final int LONG_VOWEL = 0x30FC;

    private SpScripts() {}

    /** A number for a character's script, or {@link #ANY} for marks that take their neighbour's. */
    static int of(int c) {
        int script = script(c);
        boolean syllable = script == UScript.HIRAGANA || script == UScript.KATAKANA || c == LONG_VOWEL;
        return syllable ? UScript.HAN : script == UScript.INHERITED ? ANY : script;
    }

    private static int script(int c) {
        // two characters that later versions gave to other scripts, as the next two
        if (!KNOWN.contains(c) || c == 0x589 || c == 0x61C) {
            return UScript.COMMON;
        }
        if (c == 0x953 || c == 0x954) {
            return UScript.DEVANAGARI;
        }
        int script = UScript.getScript(c);
        return script == UScript.UNKNOWN ? UScript.COMMON : script;
    }
}
