package lathe.tokenize.quality;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import lathe.data.Script;
import lathe.run.RunCancelledException;
import lathe.run.RunContext;
import lathe.text.Tokenizer;
import org.jspecify.annotations.Nullable;

/**
 * What a vocabulary is made of, without any text.
 *
 * @param special tokens that are none of text
 * @param partial ids of tokens that hold only a part of a character
 * @param unreachable ids of tokens that their own text does not give, in none of a few surroundings
 * @param longest ids of text tokens, the longest in characters first
 * @param lengths number of tokens by length in characters; the last counts all that are longer
 * @param scripts number of tokens by script; those without letters under NONE
 */
public record VocabularyReport(
        int size,
        int special,
        List<Integer> partial,
        List<Integer> unreachable,
        List<Integer> longest,
        List<Integer> lengths,
        Map<Script, Integer> scripts) {
    private static final int LONGEST = 50;
    private static final int LENGTHS = 17;

    /** What may stand before a token: nothing, a line's end, a letter, a digit, a sign, a Chinese character. */
    private static final List<String> SURROUNDINGS = List.of("", "\n", "x", "0", "。", "中");

    /** Looks at every token. */
    public static VocabularyReport of(Tokenizer tokenizer, RunContext context) throws RunCancelledException {
        int special = 0;
        int[] lengths = new int[LENGTHS + 1];
        List<Integer> partial = new ArrayList<>();
        List<Integer> unreachable = new ArrayList<>();
        List<int[]> byLength = new ArrayList<>();
        Map<Script, Integer> scripts = new EnumMap<>(Script.class);
        for (int id = 0; id < tokenizer.vocabSize(); id++) {
            context.checkCancelled();
            byte[] bytes = tokenizer.bytes(id);
            if (bytes == null) {
                special += tokenizer.isSpecial(id) ? 1 : 0;
                continue;
            }
            String text = text(bytes);
            if (text == null) {
                partial.add(id);
                continue;
            }
            int length = text.codePointCount(0, text.length());
            lengths[Math.min(LENGTHS, length)]++;
            byLength.add(new int[] {id, length});
            scripts.merge(Script.of(text), 1, Integer::sum);
            if (!isReachable(tokenizer, id, text)) {
                unreachable.add(id);
            }
        }
        byLength.sort(Comparator.comparingInt((int[] token) -> -token[1]).thenComparingInt(token -> token[0]));
        return new VocabularyReport(
                tokenizer.vocabSize(),
                special,
                partial,
                unreachable,
                byLength.stream().limit(LONGEST).map(token -> token[0]).toList(),
                java.util.Arrays.stream(lengths).boxed().toList(),
                scripts);
    }

    private static boolean isReachable(Tokenizer tokenizer, int id, String text) {
        if (tokenizer.isByte(id)) {
            return true;
        }
        for (String before : SURROUNDINGS) {
            int[] ids = tokenizer.encode(before + text);
            if (ids.length > 0 && ids[ids.length - 1] == id) {
                return true;
            }
        }
        return false;
    }

    /** Which tokens hold only a part of a character. */
    static BitSet partial(Tokenizer tokenizer) {
        BitSet partial = new BitSet();
        for (int id = 0; id < tokenizer.vocabSize(); id++) {
            byte[] bytes = tokenizer.bytes(id);
            partial.set(id, bytes != null && text(bytes) == null);
        }
        return partial;
    }

    /** The text of a token's bytes; null where they are no whole characters. */
    private static @Nullable String text(byte[] bytes) {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException e) {
            // this is the answer to the question, no fault
            return null;
        }
    }
}
