package lathe.ui.step.clean.cluster;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import lathe.clean.engine.Decisions;
import lathe.clean.engine.Sample;
import lathe.ui.step.clean.trial.Trial;

/**
 * Records that are the same to a duplicate rule.
 *
 * @param place of the rule
 * @param records their numbers, in order
 * @param survivor the one that stays; -1 where other rules take all of them
 */
record Cluster(int place, List<Integer> records, int survivor) {

    /** All clusters of two and more, the largest first. */
    static List<Cluster> of(Trial trial) {
        Sample sample = trial.sample();
        List<Cluster> all = new ArrayList<>();
        for (int rule = 0; rule < sample.rules().duplicates().size(); rule++) {
            int place = sample.rules().duplicates().get(rule).place();
            groups(sample.clusters(rule)).values().stream()
                    .filter(records -> records.size() > 1)
                    .forEach(records -> all.add(new Cluster(place, List.copyOf(records), survivor(sample, records))));
        }
        all.sort(Comparator.comparing((Cluster cluster) -> -cluster.records().size()));
        return List.copyOf(all);
    }

    private static Map<Integer, List<Integer>> groups(int[] roots) {
        int[] sizes = new int[roots.length];
        for (int root : roots) {
            sizes[root]++;
        }
        Map<Integer, List<Integer>> groups = new LinkedHashMap<>();
        for (int record = 0; record < roots.length; record++) {
            if (sizes[roots[record]] > 1) {
                groups.computeIfAbsent(roots[record], root -> new ArrayList<>()).add(record);
            }
        }
        return groups;
    }

    private static int survivor(Sample sample, List<Integer> records) {
        for (int record : records) {
            if (sample.decisions().keeps(record)) {
                return record;
            }
            int stays = sample.decisions().survivor(record);
            if (stays != Decisions.NONE) {
                return stays;
            }
        }
        return -1;
    }

    /** The record that others are compared with: the one that stays, else the first. */
    int first() {
        return survivor >= 0 ? survivor : records.get(0);
    }

    /** The records beside {@link #first}. */
    List<Integer> others() {
        return records.stream().filter(record -> record != first()).toList();
    }
}
