package lathe.mix;

import java.util.List;
import java.util.function.Predicate;
import lathe.data.Document;
import lathe.recipe.TrainStage;
import lathe.recipe.TrainStage.Task;

/**
 * Which records a stage takes: of its sources, and for sft those that hold an answer.
 *
 * @param sources names of sources; empty for all
 */
public record StageFilter(Task task, List<String> sources) implements Predicate<Document> {

    /** The filter of a stage. */
    public static StageFilter of(TrainStage stage) {
        return new StageFilter(stage.task(), stage.sources());
    }

    /** Whether records of a source are taken, if they fit the task. */
    public boolean takes(String source) {
        return sources.isEmpty() || sources.contains(source);
    }

    @Override
    public boolean test(Document document) {
        boolean answered =
                document.messages().stream().anyMatch(message -> message.role().equals("assistant"));
        return takes(document.source()) && (task == Task.PRETRAIN || answered);
    }
}
