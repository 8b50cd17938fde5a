package lathe.text;

import com.ibm.icu.lang.UCharacter;
import com.ibm.icu.lang.UProperty;
import java.util.BitSet;

/**
 * Marks that end sentences, of all scripts: Unicode's property Sentence_Terminal, the ellipsis and the halfwidth stop.
 */
public final class Terminals {
    private static final BitSet ENDS = ends();

    private Terminals() {}

    /** Whether a character ends sentences. */
    public static boolean isEnd(int c) {
        if (c < 0x80) {
            return c == '.' || c == '!' || c == '?';
        }
        return !isCommonHan(c) && ENDS.get(c);
    }

    private static boolean isCommonHan(int c) {
        return c >= 0x3400 && c <= 0x9FFF;
    }

    /** Marks of scripts without spaces: no blank follows them. */
    static boolean isWide(int c) {
        return c == '。' || c == '！' || c == '？' || c == '｡' || c == '．' || c == '…' || c == '⁇' || c == '⁈' || c == '⁉';
    }

    /** Quotes and brackets that may close behind an end mark. */
    public static boolean isCloser(int c) {
        if (c < 0x80) {
            return c == '"' || c == '\'' || c == ')' || c == ']' || c == '}';
        }
        return c == '”' || c == '’' || c == '»' || c == '」' || c == '』' || c == '）' || c == '】' || c == '》' || c == '〉';
    }

    /** Whether a stretch ends with an end mark, closing quotes and brackets not counted. */
    public static boolean closes(String text, int from, int to) {
        int at = to;
        while (at > from) {
            int c = text.codePointBefore(at);
            if (!isCloser(c)) {
                return isEnd(c);
            }
            at -= Character.charCount(c);
        }
        return false;
    }

    private static BitSet ends() {
        BitSet ends = new BitSet();
        for (int c = 0x80; c <= 0x1FFFF; c++) {
            if (UCharacter.hasBinaryProperty(c, UProperty.S_TERM)) {
                ends.set(c);
            }
        }
        ends.set('…');
        return ends;
    }
}
