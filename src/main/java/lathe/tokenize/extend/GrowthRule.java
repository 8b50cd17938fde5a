package lathe.tokenize.extend;

import com.ibm.icu.lang.UScript;
import lathe.tokenize.bpe.BpeLearner;
import lathe.tokenize.train.Vocabulary;

/**
 * Which pairs may become new tokens: those whose token is of the script asked for and is not one already. Where tokens
 * are characters, a sign for a space stands at the beginning only and scripts are not mixed, as in SentencePiece's
 * trainers; single bytes are not merged, as a decoder would not know them again.
 */
final class GrowthRule implements BpeLearner.Rule {
    private static final char SPACE_SIGN = '\u2581';

    private final Vocabulary vocabulary;
    private final ScriptRule script;
    private final boolean byteLevel;

    GrowthRule(Vocabulary vocabulary, ScriptRule script, boolean byteLevel) {
        this.vocabulary = vocabulary;
        this.script = script;
        this.byteLevel = byteLevel;
    }

    @Override
    public boolean allows(String left, String right) {
        String piece = left + right;
        if (vocabulary.has(piece) || !script.allows(piece)) {
            return false;
        }
        return byteLevel || (!isByte(left) && !isByte(right) && right.indexOf(SPACE_SIGN) < 0 && isOfOneScript(piece));
    }

    private static boolean isByte(String piece) {
        return piece.length() == 6 && piece.startsWith("<0x") && piece.endsWith(">");
    }

    private static boolean isOfOneScript(String piece) {
        int known = UScript.INHERITED;
        for (int at = piece.charAt(0) == SPACE_SIGN ? 1 : 0; at < piece.length(); ) {
            int c = piece.codePointAt(at);
            at += Character.charCount(c);
            int script = grouped(UScript.getScript(c));
            if (script != UScript.INHERITED && known != UScript.INHERITED && script != known) {
                return false;
            }
            known = script == UScript.INHERITED ? known : script;
        }
        return true;
    }

    /** Kana go with Han, as in SentencePiece. */
    private static int grouped(int script) {
        return script == UScript.HIRAGANA || script == UScript.KATAKANA ? UScript.HAN : script;
    }
}
