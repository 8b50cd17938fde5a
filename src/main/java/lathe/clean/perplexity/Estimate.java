package lathe.clean.perplexity;

import java.util.ArrayList;
import java.util.List;
import lathe.clean.perplexity.NgramModel.Level;

/**
 * A model that was learned, and where its sequences are in the corpus.
 *
 * @param ends for each length and sequence the place of its last word
 */
record Estimate(NgramModel model, Corpus corpus, List<Places> ends) {

    /** Places by numbers of sequences; -1 where a word is not in the corpus. */
    interface Places {
        int of(int id);
    }

    /** Puts the levels together, without the sequences that do not stay. */
    static Estimate of(Corpus corpus, List<EstimatedLevel> estimated) {
        List<Level> levels = new ArrayList<>();
        List<Places> ends = new ArrayList<>();
        for (EstimatedLevel each : estimated) {
            Counts counts = each.counts();
            KeyTable keys = new KeyTable();
            Floats probabilities = new Floats(counts.size());
            Floats backOffs = new Floats(counts.size());
            int[] places = new int[counts.size()];
            for (int id = 0; id < counts.size(); id++) {
                if (each.stays(id)) {
                    int to = keys.add(counts.keys().key(id));
                    places[to] = counts.end(id);
                    probabilities.set(to, (float) Math.log10(each.probability(id)));
                    backOffs.set(to, (float) Math.log10(each.weight(id)));
                }
            }
            keys.trim();
            levels.add(new Level(keys, probabilities, backOffs));
            ends.add(id -> places[id]);
        }
        return new Estimate(new NgramModel(corpus.vocabulary(), levels, true), corpus, ends);
    }
}
