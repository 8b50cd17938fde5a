package lathe.run;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.util.List;

/** What a run tells: a line of {@code events.jsonl}, and of standard output under {@code --json}. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "event")
@JsonSubTypes({
    @JsonSubTypes.Type(value = Event.Phase.class, name = "phase"),
    @JsonSubTypes.Type(value = Event.Progress.class, name = "progress"),
    @JsonSubTypes.Type(value = Event.Metric.class, name = "metric"),
    @JsonSubTypes.Type(value = Event.Learned.class, name = "learned"),
    @JsonSubTypes.Type(value = Event.Warning.class, name = "warning"),
    @JsonSubTypes.Type(value = Event.Artifact.class, name = "artifact"),
    @JsonSubTypes.Type(value = Event.Resumed.class, name = "resumed"),
    @JsonSubTypes.Type(value = Event.Done.class, name = "done"),
    @JsonSubTypes.Type(value = Event.Failed.class, name = "failed")
})
public sealed interface Event {

    /**
     * What is being waited for.
     *
     * @param step a step of the recipe: import, clean, tokenizer, mix, train, evaluate, export
     * @param phase a few words: reading, tokenizing, loading model…; "up to date" where nothing had to be done
     */
    record Phase(String step, String phase) implements Event {}

    /**
     * Work done out of a total, in {@code unit}s; a total of 0 is unknown.
     *
     * @param records that were made so far, where the unit is another; 0 where they are not counted
     */
    record Progress(long done, long total, String unit, @JsonInclude(JsonInclude.Include.NON_DEFAULT) long records)
            implements Event {}

    /** One optimizer step. */
    record Metric(@JsonUnwrapped StepMetrics metrics) implements Event {}

    /**
     * What a tokenizer learned lately.
     *
     * @param size number of tokens it has now
     * @param latest the last few as people read them, oldest first; incomplete characters are U+FFFD
     */
    record Learned(int size, List<String> latest) implements Event {}

    /** Something the user should know and the run can live with. */
    record Warning(String what, String where, List<String> mend) implements Event {}

    /** A file or folder that is complete and may be used. */
    record Artifact(String kind, String path) implements Event {}

    /** The run went on: the steps after {@code step} of {@code stage} are new; 0 means from the stage's beginning. */
    record Resumed(int stage, long step) implements Event {}

    /** The run is complete, or was stopped on request (then {@code cancelled}). */
    record Done(boolean cancelled) implements Event {}

    /** The run ended with an error. */
    record Failed(String what, String where, String safe, List<String> mend) implements Event {
        /** The event that tells of a failure. */
        public static Failed of(Failure failure) {
            return new Failed(failure.what(), failure.where(), failure.safe(), failure.mend());
        }
    }
}
