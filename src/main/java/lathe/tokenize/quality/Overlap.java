package lathe.tokenize.quality;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import lathe.text.Tokenizer;

/**
 * What two vocabularies have in common: tokens that stand for the same bytes, however each writes them. Special tokens
 * are left out.
 *
 * @param shared tokens that both have
 * @param onlyFirst ids of the first that the second lacks, in order
 * @param onlySecond ids of the second that the first lacks, in order
 */
public record Overlap(int shared, List<Integer> onlyFirst, List<Integer> onlySecond) {

    /** Compares two vocabularies. */
    public static Overlap of(Tokenizer first, Tokenizer second) {
        Map<ByteBuffer, Integer> ofFirst = tokens(first);
        Map<ByteBuffer, Integer> ofSecond = tokens(second);
        List<Integer> onlyFirst = without(ofFirst, ofSecond);
        return new Overlap(ofFirst.size() - onlyFirst.size(), onlyFirst, without(ofSecond, ofFirst));
    }

    /** Jaccard's index: 1 for the same tokens, 0 for none in common. */
    public double jaccard() {
        return (double) shared / Math.max(1, shared + onlyFirst.size() + onlySecond.size());
    }

    private static Map<ByteBuffer, Integer> tokens(Tokenizer tokenizer) {
        Map<ByteBuffer, Integer> tokens = new HashMap<>();
        for (int id = 0; id < tokenizer.vocabSize(); id++) {
            byte[] bytes = tokenizer.bytes(id);
            if (bytes != null) {
                tokens.putIfAbsent(ByteBuffer.wrap(bytes), id);
            }
        }
        return tokens;
    }

    private static List<Integer> without(Map<ByteBuffer, Integer> tokens, Map<ByteBuffer, Integer> others) {
        List<Integer> only = new ArrayList<>();
        tokens.forEach((bytes, id) -> {
            if (!others.containsKey(bytes)) {
                only.add(id);
            }
        });
        only.sort(null);
        return List.copyOf(only);
    }
}
