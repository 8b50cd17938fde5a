package lathe.ui.step.clean.trial;

import java.util.BitSet;
import java.util.List;
import lathe.clean.engine.Decisions;
import lathe.clean.engine.Sample;
import lathe.recipe.Rule;

/** What each rule does to a sample: which records it speaks against, takes out, and takes out alone. Immutable. */
public final class Impact {
    private final BitSet[] against;
    private final int[] taken;
    private final int[] alone;
    private final int kept;

    private Impact(BitSet[] against, int[] taken, int[] alone, int kept) {
        this.against = against;
        this.taken = taken;
        this.alone = alone;
        this.kept = kept;
    }

    static Impact of(Sample sample, List<Rule> rules) {
        BitSet[] against = new BitSet[rules.size()];
        for (int place = 0; place < against.length; place++) {
            against[place] = sample.against(place);
        }
        return counted(sample, against);
    }

    private static Impact counted(Sample sample, BitSet[] against) {
        Decisions decisions = sample.decisions();
        int[] taken = new int[against.length];
        int[] alone = new int[against.length];
        int kept = 0;
        Copies copies = new Copies(sample);
        for (int record = 0; record < decisions.size(); record++) {
            int place = decisions.rule(record);
            if (place == Decisions.NONE) {
                kept++;
            } else {
                taken[place]++;
                alone[place] += speakers(against, record, place) == 0 && !copies.isKept(record, place) ? 1 : 0;
            }
        }
        return new Impact(against, taken, alone, kept);
    }

    /** Filters other than that at a place that speak against a record. */
    private static int speakers(BitSet[] against, int record, int but) {
        int speakers = 0;
        for (int place = 0; place < against.length; place++) {
            speakers += place != but && against[place].get(record) ? 1 : 0;
        }
        return speakers;
    }

    /** How many records stay. */
    public int kept() {
        return kept;
    }

    /** How many records a rule takes out, being the first to speak against them. */
    public int taken(int place) {
        return taken[place];
    }

    /** How many records would stay but for this rule. */
    public int alone(int place) {
        return alone[place];
    }

    /** Whether a filter speaks against a record, first or not. */
    public boolean isAgainst(int place, int record) {
        return against[place].get(record);
    }

    /** How many records a filter speaks against, first or not. */
    public int against(int place) {
        return against[place].cardinality();
    }
}
