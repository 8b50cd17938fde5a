package lathe.ui.step.clean.look;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import lathe.clean.engine.Decisions;
import lathe.clean.engine.EditScript;
import lathe.clean.engine.RuleSet;
import lathe.clean.engine.Sample;
import lathe.clean.rule.Broken;
import lathe.clean.rule.Changes;
import lathe.clean.rule.Scores;
import lathe.data.Document;
import lathe.data.Dropped;
import lathe.ui.step.clean.trial.Trial;
import org.jspecify.annotations.Nullable;

/**
 * All that the rules did to a record.
 *
 * @param original as it was imported
 * @param result after all edits
 * @param dropped why it goes, or null
 * @param survivor the record that stays in its place, or null
 * @param edits what each rule changed, in order
 * @param numbers what each filter measured, and the bound where it speaks against the record
 */
record RecordTrace(
        int record,
        Document original,
        Document result,
        @Nullable Dropped dropped,
        @Nullable Document survivor,
        List<Edited> edits,
        List<Numbers> numbers) {

    /** Changes of one text by the rule at a place. */
    record Edited(int place, String before, List<Changes.Change> changes) {}

    /**
     * What the filter at a place measured.
     *
     * @param values a number, a word, or a map of them by column
     */
    record Numbers(int place, Object values, Optional<Broken> broken) {}

    /** Follows a record through the rules. */
    static RecordTrace of(Trial trial, int record) throws IOException {
        Sample sample = trial.sample();
        Document original = sample.original(record);
        int survivor = sample.decisions().survivor(record);
        return new RecordTrace(
                record,
                original,
                sample.document(record),
                sample.dropped(record),
                survivor == Decisions.NONE ? null : sample.document(survivor),
                edits(original, sample.measured().edits(record)),
                numbers(sample, record));
    }

    private static List<Edited> edits(Document original, EditScript script) {
        List<String> parts = new ArrayList<>();
        if (original.isConversation()) {
            original.messages().forEach(message -> parts.add(message.content()));
        } else {
            parts.add(original.content());
        }
        List<Edited> edits = new ArrayList<>();
        for (EditScript.Step step : script.steps()) {
            String before = parts.get(step.part());
            edits.add(new Edited(step.place(), before, step.changes()));
            parts.set(step.part(), EditScript.apply(before, step));
        }
        edits.sort(java.util.Comparator.comparingInt(Edited::place));
        return List.copyOf(edits);
    }

    private static List<Numbers> numbers(Sample sample, int record) {
        Map<String, Object> scores = sample.scores(record);
        List<Numbers> numbers = new ArrayList<>();
        for (RuleSet.PlacedFilter filter : sample.rules().filters()) {
            if (!filter.exempts()) {
                Scores own = column -> sample.measured().score(record, filter.column() + column);
                Object values = scores.getOrDefault(sample.rules().names().get(filter.place()), "–");
                numbers.add(new Numbers(
                        filter.place(),
                        values,
                        Optional.ofNullable(filter.rule().decide(own))));
            }
        }
        return List.copyOf(numbers);
    }
}
