package lathe.ui.step.clean.trial;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import lathe.clean.engine.RuleSet;
import lathe.clean.engine.Sample;
import lathe.clean.rule.Duplicates;

/** Tells whether another record of a record's cluster stays. */
final class Copies {
    private final List<RuleSet.Placed<Duplicates>> rules;
    private final List<int[]> roots = new ArrayList<>();
    private final List<BitSet> kept = new ArrayList<>();

    Copies(Sample sample) {
        rules = sample.rules().duplicates();
        for (int rule = 0; rule < rules.size(); rule++) {
            int[] clusters = sample.clusters(rule);
            BitSet alive = new BitSet(clusters.length);
            for (int record = 0; record < clusters.length; record++) {
                if (sample.decisions().keeps(record)) {
                    alive.set(clusters[record]);
                }
            }
            roots.add(clusters);
            kept.add(alive);
        }
    }

    /** Whether a copy of a record that goes stays, by any duplicate rule but that at a place. */
    boolean isKept(int record, int but) {
        for (int rule = 0; rule < roots.size(); rule++) {
            if (rules.get(rule).place() != but && kept.get(rule).get(roots.get(rule)[record])) {
                return true;
            }
        }
        return false;
    }
}
