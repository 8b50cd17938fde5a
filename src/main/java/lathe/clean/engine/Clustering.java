package lathe.clean.engine;

import java.util.HashMap;
import java.util.Map;
import lathe.clean.rule.Duplicates;
import lathe.run.RunCancelledException;
import lathe.run.RunContext;

/** Finds the clusters of few records, in memory: those of a sample. */
final class Clustering {
    private Clustering() {}

    static int[] of(Duplicates rule, Measurements measured, int number, RunContext context)
            throws RunCancelledException {
        int[] roots = new int[measured.size()];
        for (int record = 0; record < roots.length; record++) {
            roots[record] = record;
        }
        for (int key = 0; key < rule.keys(); key++) {
            context.checkCancelled();
            Map<Long, Integer> first = new HashMap<>();
            for (int record = 0; record < roots.length; record++) {
                if (measured.key(number, record, 0) == 1) {
                    Integer other = first.putIfAbsent(measured.key(number, record, 1 + key), record);
                    if (other != null && isSame(rule, measured, number, other, record)) {
                        join(roots, other, record);
                    }
                }
            }
        }
        for (int record = 0; record < roots.length; record++) {
            roots[record] = root(roots, record);
        }
        return roots;
    }

    private static boolean isSame(Duplicates rule, Measurements measured, int number, int left, int right) {
        int width = RuleSet.width(rule);
        long[] rows = new long[2 * (width - 1)];
        for (int i = 0; i < width - 1; i++) {
            rows[i] = measured.key(number, left, 1 + i);
            rows[width - 1 + i] = measured.key(number, right, 1 + i);
        }
        return rule.same(rows, 0, rows, width - 1);
    }

    private static void join(int[] roots, int left, int right) {
        int a = root(roots, left);
        int b = root(roots, right);
        roots[Math.max(a, b)] = Math.min(a, b);
    }

    private static int root(int[] roots, int record) {
        int at = record;
        while (roots[at] != at) {
            roots[at] = roots[roots[at]];
            at = roots[at];
        }
        return at;
    }
}
