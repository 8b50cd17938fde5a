package lathe.clean.engine;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import lathe.clean.rule.Broken;
import lathe.clean.rule.Duplicates;
import lathe.clean.rule.Filter;
import lathe.clean.rule.Population;
import lathe.clean.rule.Scores;
import org.jspecify.annotations.Nullable;

/**
 * Decides from what was measured. The reason of a record is the first rule in the order of the list that speaks against
 * it. The survivor of a cluster of duplicates is chosen among the records that all filters, and all duplicate rules
 * before it, keep; so a copy never goes in favour of a record that goes too.
 */
public final class Decider {
    private static final int NEVER = Integer.MAX_VALUE;

    private final RuleSet rules;
    private final Measurements measured;

    /** For each filter the records that it speaks against, or exempts. */
    private final List<BitSet> verdicts = new ArrayList<>();

    /** Prepares bounds that depend on all records, and asks every filter about every record. */
    public Decider(RuleSet rules, Measurements measured) {
        this(rules, measured, null);
    }

    /**
     * The same, with what is known already.
     *
     * @param before a decider on the same measurements: the filters that both have need not be asked again
     */
    Decider(RuleSet rules, Measurements measured, @Nullable Decider before) {
        this.rules = rules;
        this.measured = measured;
        for (RuleSet.PlacedFilter filter : rules.filters()) {
            BitSet known = before == null ? null : before.known(filter);
            verdicts.add(known != null ? known : verdicts(filter));
        }
    }

    private @Nullable BitSet known(RuleSet.PlacedFilter filter) {
        for (int i = 0; i < verdicts.size(); i++) {
            RuleSet.PlacedFilter own = rules.filters().get(i);
            if (own.rule().equals(filter.rule()) && own.column() == filter.column()) {
                return verdicts.get(i);
            }
        }
        return null;
    }

    private BitSet verdicts(RuleSet.PlacedFilter filter) {
        filter.rule().prepare(population(filter));
        BitSet found = new BitSet(measured.size());
        for (int record = 0; record < measured.size(); record++) {
            boolean is = filter.exempts()
                    ? measured.score(record, filter.column()) == 1
                    : filter.rule().decide(scores(filter, record)) != null;
            found.set(record, is);
        }
        return found;
    }

    /** The records that the filter at a place speaks against, first or not; none where there is no filter. */
    BitSet against(int place) {
        BitSet all = new BitSet();
        for (int i = 0; i < verdicts.size(); i++) {
            RuleSet.PlacedFilter filter = rules.filters().get(i);
            if (filter.place() == place && !filter.exempts()) {
                all.or(verdicts.get(i));
            }
        }
        return all;
    }

    private Population population(RuleSet.PlacedFilter filter) {
        return new Population() {
            @Override
            public int size() {
                return measured.size();
            }

            @Override
            public Scores of(int record) {
                return scores(filter, record);
            }
        };
    }

    private Scores scores(RuleSet.PlacedFilter filter, int record) {
        return column -> measured.score(record, filter.column() + column);
    }

    /**
     * Decides.
     *
     * @param clusters for each duplicate rule the root of each record
     * @param survivors chooses which record of a cluster stays
     */
    public Decisions decide(List<int[]> clusters, Choice survivors) {
        int[] first = new int[measured.size()];
        int[] exempt = new int[measured.size()];
        Arrays.fill(first, NEVER);
        Arrays.fill(exempt, NEVER);
        for (int i = 0; i < verdicts.size(); i++) {
            filter(rules.filters().get(i), verdicts.get(i), first, exempt);
        }
        BitSet kept = new BitSet();
        for (int record = 0; record < first.length; record++) {
            kept.set(record, first[record] == NEVER);
        }
        List<int[]> chosen = new ArrayList<>();
        for (int i = 0; i < clusters.size(); i++) {
            RuleSet.Placed<Duplicates> rule = rules.duplicates().get(i);
            int[] survivor = survivors.among(rule.rule(), clusters.get(i), kept);
            for (int record = kept.nextSetBit(0); record >= 0; record = kept.nextSetBit(record + 1)) {
                kept.set(record, survivor[record] == record || exempt[record] < rule.place());
            }
            chosen.add(survivor);
        }
        return together(first, exempt, chosen);
    }

    /** Chooses for each record the one that stays of its cluster; -1 where none of it is kept. */
    @FunctionalInterface
    public interface Choice {
        int[] among(Duplicates rule, int[] roots, BitSet kept);
    }

    private static void filter(RuleSet.PlacedFilter filter, BitSet verdicts, int[] first, int[] exempt) {
        int place = filter.place();
        for (int record = verdicts.nextSetBit(0); record >= 0; record = verdicts.nextSetBit(record + 1)) {
            if (filter.exempts()) {
                exempt[record] = Math.min(exempt[record], place);
            } else if (first[record] == NEVER && exempt[record] > place) {
                first[record] = place;
            }
        }
    }

    private Decisions together(int[] first, int[] exempt, List<int[]> chosen) {
        Decisions decisions = new Decisions(first.length);
        for (int record = 0; record < first.length; record++) {
            int rule = first[record];
            int survivor = Decisions.NONE;
            for (int i = 0; i < chosen.size(); i++) {
                int place = rules.duplicates().get(i).place();
                int stays = chosen.get(i)[record];
                if (place < rule && place < exempt[record] && stays >= 0 && stays != record) {
                    rule = place;
                    survivor = stays;
                }
            }
            if (rule != NEVER) {
                decisions.drop(record, rule, survivor);
            }
        }
        return decisions;
    }

    /** What a filter measured of a record, and the bound that the record breaks, or null; the rule is at that place. */
    public @Nullable Broken broken(int record, int place) {
        for (RuleSet.PlacedFilter filter : rules.filters()) {
            if (filter.place() == place) {
                return filter.rule().decide(scores(filter, record));
            }
        }
        return null;
    }

    /** What stands in a scores file for a filter and a record. */
    Object json(RuleSet.PlacedFilter filter, int record) {
        Filter rule = filter.rule();
        return rule.json(scores(filter, record));
    }
}
