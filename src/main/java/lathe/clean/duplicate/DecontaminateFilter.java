package lathe.clean.duplicate;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import lathe.clean.rule.Broken;
import lathe.clean.rule.Edit;
import lathe.clean.rule.Filter;
import lathe.clean.rule.Scores;
import lathe.clean.rule.View;
import lathe.recipe.Contaminated;
import lathe.recipe.ContentRules;
import org.jspecify.annotations.Nullable;

/**
 * Finds texts that overlap with test sets. Measured are the stretches that a text has in common with test items (hits),
 * the share of its units in them (coverage), and the number of the item that it meets first.
 */
final class DecontaminateFilter implements Filter {
    private static final List<String> COLUMNS = List.of("hits", "coverage", "item");
    private static final int HITS = 0;
    private static final int COVERAGE = 1;
    private static final int ITEM = 2;

    private final ContentRules.Decontaminate rule;
    private final TestSets sets;

    DecontaminateFilter(ContentRules.Decontaminate rule, TestSets sets) {
        this.rule = rule;
        this.sets = sets;
    }

    /** The edit that cuts what is found; null where the rule does not cut. */
    @Nullable
    Edit cut() {
        return rule.action() == Contaminated.CUT ? new DecontaminateCut(rule, sets) : null;
    }

    @Override
    public List<String> columns() {
        return COLUMNS;
    }

    @Override
    public void score(View view, double[] scores, int at) {
        Overlap overlap = sets.overlap(Units.of(view.text()));
        scores[at + HITS] = overlap.hits();
        scores[at + COVERAGE] = overlap.coverage();
        scores[at + ITEM] = overlap.item() == NgramIndex.NONE ? Double.NaN : overlap.item();
    }

    @Override
    public @Nullable Broken decide(Scores scores) {
        int hits = (int) scores.get(HITS);
        return switch (rule.action()) {
            case DROP -> hits > 0 ? new Broken(name(scores), "no " + rule.n() + " in a row from a test set") : null;
            case CUT -> hits >= rule.most() ? new Broken(hits, "fewer than " + rule.most() + " runs to cut") : null;
            case REPORT -> null;
        };
    }

    private String name(Scores scores) {
        TestItem item = sets.item((int) scores.get(ITEM));
        return item.file() + "#" + item.id();
    }

    @Override
    public Object json(Scores scores) {
        Map<String, Object> all = new LinkedHashMap<>();
        all.put("hits", (long) scores.get(HITS));
        all.put("coverage", scores.get(COVERAGE));
        if (!Double.isNaN(scores.get(ITEM))) {
            TestItem item = sets.item((int) scores.get(ITEM));
            all.put("item", item.id());
            all.put("file", item.file());
        }
        return all;
    }
}
