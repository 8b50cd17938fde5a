package lathe.ui.step.clean.trial;

import java.util.List;
import lathe.clean.engine.Sample;
import lathe.recipe.Rule;
import org.jspecify.annotations.Nullable;

/**
 * A sample of the corpus and what rules make of it.
 *
 * @param rules the rules that are on, in order; a rule's place is its index here
 * @param impact how many records each rule speaks against
 */
public record Trial(Sample sample, List<Rule> rules, Impact impact) {

    /** Counts what rules do. */
    static Trial of(Sample sample, List<Rule> rules) {
        return new Trial(sample, List.copyOf(rules), Impact.of(sample, rules));
    }

    /** How many records the sample has. */
    public int size() {
        return sample.size();
    }

    /** Share of the records that stay; 1 where there are none. */
    public double keptShare() {
        return size() == 0 ? 1 : (double) impact.kept() / size();
    }

    /** Whether both are about the same measurements, so that only bounds differ. */
    public boolean measuresAs(@Nullable Trial other) {
        return other != null && other.sample.measured() == sample.measured();
    }
}
