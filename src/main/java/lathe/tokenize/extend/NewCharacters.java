package lathe.tokenize.extend;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntPredicate;
import lathe.tokenize.corpus.SharedCounts;

/** Characters of a corpus for which a tokenizer has no token, the most frequent first. */
final class NewCharacters {
    /** SentencePiece's usual coverage: what is rarer stays bytes. */
    private static final double COVERAGE = 0.9995;

    private NewCharacters() {}

    /**
     * Chooses.
     *
     * @param wanted which characters may be chosen
     * @param most so many at most
     * @param least rarer ones are not chosen
     */
    static List<Integer> of(SharedCounts pieces, IntPredicate wanted, int most, long least) throws IOException {
        Map<Integer, Long> counts = new HashMap<>();
        pieces.forEach((text, from, length, times) -> {
            for (int at = from; at < from + length; ) {
                int c = Character.codePointAt(text, at);
                if (wanted.test(c)) {
                    counts.merge(c, times, Long::sum);
                }
                at += Character.charCount(c);
            }
        });
        double all = counts.values().stream().mapToLong(Long::longValue).sum();
        List<Map.Entry<Integer, Long>> ranked = new ArrayList<>(counts.entrySet());
        ranked.sort(Map.Entry.<Integer, Long>comparingByValue(Comparator.reverseOrder())
                .thenComparing(Map.Entry.comparingByKey()));
        List<Integer> chosen = new ArrayList<>();
        long covered = 0;
        for (Map.Entry<Integer, Long> each : ranked) {
            if (chosen.size() == most || each.getValue() < least || (double) covered >= COVERAGE * all) {
                break;
            }
            chosen.add(each.getKey());
            covered += each.getValue();
        }
        return chosen;
    }
}
