package lathe.clean.engine;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.BitSet;
import lathe.clean.duplicate.Survivors;
import lathe.clean.rule.Duplicates;
import lathe.recipe.Survivor;
import org.jspecify.annotations.Nullable;

/** Gathers what choosing the survivor of each cluster needs to know, and no more. */
final class Choice implements Decider.Choice {
    private static final String PERPLEXITY = "perplexity";

    private final RuleSet rules;
    private final Facts facts;
    private final Measurements measured;

    Choice(RuleSet rules, Facts facts, Measurements measured) {
        this.rules = rules;
        this.facts = facts;
        this.measured = measured;
    }

    @Override
    public int[] among(Duplicates rule, int[] roots, BitSet kept) {
        Survivor keep = rule.keep();
        boolean byLength = keep == Survivor.LONGEST || keep == Survivor.QUALITY;
        return Survivors.of(
                keep,
                roots,
                kept,
                byLength ? lengths(roots.length) : new long[0],
                keep == Survivor.SOURCE ? places(rule, roots.length) : new int[0],
                keep == Survivor.QUALITY ? perplexities(roots.length) : null);
    }

    private long[] lengths(int size) {
        long[] lengths = new long[size];
        for (int record = 0; record < size; record++) {
            lengths[record] = facts.characters(record);
        }
        return lengths;
    }

    private int[] places(Duplicates rule, int size) {
        int[] places = new int[size];
        for (int record = 0; record < size; record++) {
            try {
                places[record] = Survivors.place(rule.sources(), facts.source(record));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return places;
    }

    /** Of the first rule that measures it; null where none does. */
    private double @Nullable [] perplexities(int size) {
        for (RuleSet.PlacedFilter filter : rules.filters()) {
            if (rules.names().get(filter.place()).equals(PERPLEXITY)) {
                double[] all = new double[size];
                for (int record = 0; record < size; record++) {
                    all[record] = measured.score(record, filter.column());
                }
                return all;
            }
        }
        return null;
    }
}
