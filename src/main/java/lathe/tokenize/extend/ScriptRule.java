package lathe.tokenize.extend;

import com.ibm.icu.lang.UScript;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.function.IntPredicate;
import lathe.recipe.TokenizerSettings.OnlyScript;
import lathe.tokenize.bpe.ByteText;

/**
 * Which new tokens are of a script: after a space at most, only its characters, and at the end perhaps the beginning of
 * one. Any text that such a token stands in has a character of the script, or a beginning that most often is of one;
 * all other texts keep their ids.
 */
final class ScriptRule {
    private static final char SPACE_SIGN = '\u2581';

    private final boolean any;
    private final boolean byteLevel;
    private final int[] scripts;

    ScriptRule(OnlyScript script, boolean byteLevel) {
        any = script == OnlyScript.ANY;
        this.byteLevel = byteLevel;
        scripts = switch (script) {
            case ANY -> new int[0];
            case HAN -> new int[] {UScript.HAN};
            case LATIN -> new int[] {UScript.LATIN};
            case CYRILLIC -> new int[] {UScript.CYRILLIC};
            case ARABIC -> new int[] {UScript.ARABIC};
            case HANGUL -> new int[] {UScript.HANGUL};
            case JAPANESE -> new int[] {UScript.HIRAGANA, UScript.KATAKANA, UScript.HAN};
            case DEVANAGARI -> new int[] {UScript.DEVANAGARI};
            case THAI -> new int[] {UScript.THAI};
        };
    }

    /** Whether a token, as the vocabulary writes it, may be new. */
    boolean allows(String piece) {
        if (any) {
            return true;
        }
        return byteLevel ? ByteText.isOne(piece) && allows(ByteText.bytes(piece)) : allCharacters(piece, SPACE_SIGN);
    }

    /** Whether a character is of the script. */
    boolean has(int c) {
        return any || Arrays.stream(scripts).anyMatch(script -> has(c, script));
    }

    /**
     * Signs that several scripts share count where Latin is not among them, as the middle dot: most old texts have it.
     */
    private static boolean has(int c, int script) {
        return UScript.getScript(c) == script
                || (script != UScript.LATIN && UScript.hasScript(c, script) && !UScript.hasScript(c, UScript.LATIN));
    }

    private boolean allCharacters(String text, char space) {
        String rest = !text.isEmpty() && text.charAt(0) == space ? text.substring(1) : text;
        return !rest.isEmpty() && rest.codePoints().allMatch(this::has);
    }

    private boolean allows(byte[] bytes) {
        ByteBuffer in = ByteBuffer.wrap(bytes);
        CharBuffer out = CharBuffer.allocate(bytes.length + 1);
        CharsetDecoder decoder = StandardCharsets.UTF_8
                .newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
        CoderResult result = decoder.decode(in, out, false);
        if (result.isError()) {
            return false;
        }
        String whole = out.flip().toString();
        byte[] begun = Arrays.copyOfRange(bytes, in.position(), bytes.length);
        if (begun.length == 0) {
            return allCharacters(whole, ' ');
        }
        return (whole.isEmpty() || whole.equals(" ") || allCharacters(whole, ' ')) && mostly(begun, this::has);
    }

    /** Whether most characters that begin with these bytes are of the script. */
    private static boolean mostly(byte[] begun, IntPredicate of) {
        int lead = begun[0] & 0xff;
        int length = lead >= 0xF0 ? 4 : lead >= 0xE0 ? 3 : 2;
        int first = lead & (0xff >> (length + 1));
        for (int i = 1; i < begun.length; i++) {
            first = first << 6 | (begun[i] & 0x3F);
        }
        int shift = 6 * (length - begun.length);
        int from = first << shift;
        int to = Math.min((first + 1) << shift, Character.MAX_CODE_POINT + 1);
        int yes = 0;
        for (int c = from; c < to; c++) {
            yes += of.test(c) ? 1 : 0;
        }
        return 2 * yes > to - from;
    }
}
