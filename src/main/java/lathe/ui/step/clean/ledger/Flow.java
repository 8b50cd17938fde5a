package lathe.ui.step.clean.ledger;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import lathe.ui.step.clean.trial.Trial;

/**
 * The way from the records that were read to those that stay.
 *
 * @param read how many there were
 * @param steps what went, in order
 */
record Flow(long read, List<Step> steps) {

    /** What a rule took out. */
    record Step(String name, long gone) {}

    /** How many stay. */
    long kept() {
        return read - steps.stream().mapToLong(Step::gone).sum();
    }

    /** The flow of a sample: every rule that can take records out. */
    static Flow of(Trial trial, UnaryOperator<String> names) {
        List<Step> steps = new ArrayList<>();
        for (int place = 0; place < trial.rules().size(); place++) {
            int taken = trial.impact().taken(place);
            if (!(trial.rules().get(place) instanceof lathe.recipe.Rule.Edit)) {
                steps.add(new Step(names.apply(trial.rules().get(place).label()), taken));
            }
        }
        return new Flow(trial.size(), List.copyOf(steps));
    }

    /** The flow of a whole corpus: first the rules in this order, then those that the recipe has no more. */
    static Flow of(long kept, Map<String, Long> dropped, List<String> order, UnaryOperator<String> names) {
        List<Step> steps = new ArrayList<>();
        Set<String> rules = new LinkedHashSet<>(order);
        rules.retainAll(dropped.keySet());
        rules.addAll(dropped.keySet());
        rules.forEach(rule -> steps.add(new Step(names.apply(rule), dropped.getOrDefault(rule, 0L))));
        long read = kept + dropped.values().stream().mapToLong(Long::longValue).sum();
        return new Flow(read, List.copyOf(steps));
    }
}
