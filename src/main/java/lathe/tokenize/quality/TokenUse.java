package lathe.tokenize.quality;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * How often a text needs each token.
 *
 * <p>Efficiencies are those of Zouhar et al. 2023, "Tokenization and the Noiseless Channel": entropy of the tokens over
 * the largest that their number allows. 1 means that all tokens are used alike.
 */
public final class TokenUse {
    /** The order that correlates best with translation quality in the paper. */
    public static final double ALPHA = 2.5;

    private final long[] counts;

    TokenUse(int size) {
        counts = new long[size];
    }

    void add(int[] ids) {
        for (int id : ids) {
            counts[id]++;
        }
    }

    /** All counts by id. */
    @JsonValue
    public long[] counts() {
        return counts.clone();
    }

    /** How often a token occurs. */
    public long count(int id) {
        return counts[id];
    }

    /** Number of ids. */
    public int size() {
        return counts.length;
    }

    /** All tokens. */
    public long total() {
        return Arrays.stream(counts).sum();
    }

    /** Ids that occur less often than a number, in order: 1 gives the unused ones. */
    public IntStream below(long least) {
        return IntStream.range(0, counts.length).filter(id -> counts[id] < least);
    }

    /** Shannon's entropy over the logarithm of the size; 0 for no text. */
    public double shannonEfficiency() {
        double total = total();
        double entropy = 0;
        for (long count : counts) {
            if (count > 0) {
                entropy -= count / total * log2(count / total);
            }
        }
        return entropy / log2(Math.max(2, counts.length));
    }

    /** Rényi's entropy of order {@link #ALPHA} over the logarithm of the size; 0 for no text. */
    public double renyiEfficiency() {
        double total = total();
        if (total == 0) {
            return 0;
        }
        double sum = 0;
        for (long count : counts) {
            sum += Math.pow(count / total, ALPHA);
        }
        return log2(sum) / (1 - ALPHA) / log2(Math.max(2, counts.length));
    }

    private static double log2(double value) {
        return Math.log(value) / Math.log(2);
    }
}
