package lathe.clean.edit;

import java.util.List;
import lathe.clean.rule.Changes;
import lathe.clean.rule.Changes.Change;
import lathe.clean.rule.Edit;

/**
 * Edits made one after another, proposed as changes of the first text.
 *
 * @param rounds how often at most the steps are gone through; rounds end when one changes nothing
 */
record Chain(List<? extends Edit> steps, int rounds) implements Edit {

    /** Steps gone through once. */
    static Edit of(List<? extends Edit> steps) {
        return steps.size() == 1 ? steps.get(0) : new Chain(steps, 1);
    }

    @Override
    public void edit(String text, Changes changes) {
        List<Change> all = List.of();
        String now = text;
        boolean changed = true;
        for (int round = 0; round < rounds && changed; round++) {
            changed = false;
            for (Edit step : steps) {
                Changes own = new Changes();
                step.edit(now, own);
                if (!own.isEmpty()) {
                    all = Spans.compose(all, now, own.all());
                    now = own.applyTo(now);
                    changed = true;
                }
            }
        }
        for (Change change : all) {
            Spans.put(text, change.from(), change.to(), change.with(), changes);
        }
    }
}
