package lathe.ui.step.clean.look;

import lathe.clean.engine.Decisions;
import lathe.clean.engine.Sample;
import lathe.data.Document;
import lathe.ui.step.clean.trial.Trial;

/**
 * A record in the table.
 *
 * @param place of the rule that takes it out; -1 where it stays
 */
record RecordLine(int record, int place, String source, String start) {
    private static final int EXCERPT = 140;

    static RecordLine of(Trial trial, int record) {
        Sample sample = trial.sample();
        Document document = sample.document(record);
        String text = document.content();
        String start = text.substring(0, Math.min(EXCERPT, text.length())).replaceAll("\\s+", " ");
        int rule = sample.decisions().rule(record);
        return new RecordLine(record, rule == Decisions.NONE ? -1 : rule, document.source(), start);
    }

    boolean kept() {
        return place < 0;
    }
}
