package lathe.evaluate.metric;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * BLEU (Papineni et al. 2002) as sacrebleu 2 computes it: up to four words, brevity penalty, exponential smoothing.
 * Counts of several answers add up to those of a corpus.
 */
public final class Bleu {
    private static final int ORDER = 4;

    private final long[] matches = new long[ORDER];
    private final long[] totals = new long[ORDER];
    private long answerWords;
    private long referenceWords;

    /** BLEU of one answer, from 0 to 100; orders that it is too short for do not count. */
    public static double of(String answer, String reference) {
        Bleu one = new Bleu();
        one.add(answer, reference);
        return one.score(true);
    }

    /** Counts an answer. Cut as Chinese where the reference holds Chinese characters. */
    public void add(String answer, String reference) {
        boolean chinese = BleuWords.isChinese(reference);
        List<String> said = BleuWords.of(answer, chinese);
        List<String> wanted = BleuWords.of(reference, chinese);
        answerWords += said.size();
        referenceWords += wanted.size();
        for (int n = 1; n <= ORDER; n++) {
            Map<List<String>, Integer> there = grams(wanted, n);
            int index = n - 1;
            grams(said, n).forEach((gram, times) -> {
                matches[index] += Math.min(times, there.getOrDefault(gram, 0));
                totals[index] += times;
            });
        }
    }

    private static Map<List<String>, Integer> grams(List<String> words, int n) {
        Map<List<String>, Integer> grams = new HashMap<>();
        for (int i = 0; i + n <= words.size(); i++) {
            grams.merge(words.subList(i, i + n), 1, Integer::sum);
        }
        return grams;
    }

    /** BLEU of all answers together, from 0 to 100. */
    public double score() {
        return score(false);
    }

    private double score(boolean effectiveOrder) {
        double logs = 0;
        double smoothing = 1;
        int order = ORDER;
        long all = 0;
        for (long some : matches) {
            all += some;
        }
        if (all == 0) {
            return 0;
        }
        for (int n = 0; n < ORDER; n++) {
            if (totals[n] == 0) {
                // without effective order, an order without words has the precision 0
                order = effectiveOrder ? n : ORDER;
                logs = effectiveOrder ? logs : Double.NEGATIVE_INFINITY;
                break;
            }
            smoothing *= matches[n] == 0 ? 2 : 1;
            double precision = matches[n] == 0 ? 100 / (smoothing * totals[n]) : 100.0 * matches[n] / totals[n];
            logs += Math.log(precision);
        }
        return brevity() * Math.exp(logs / order);
    }

    private double brevity() {
        if (answerWords >= referenceWords) {
            return 1;
        }
        return answerWords == 0 ? 0 : Math.exp(1 - (double) referenceWords / answerWords);
    }
}
