package lathe.train;

import java.nio.file.Path;
import lathe.data.StageData;
import lathe.recipe.MixSettings;
import lathe.recipe.ModelSettings;
import lathe.recipe.TrainStage;
import lathe.train.rows.RowPlan;

/**
 * One training stage and its surroundings.
 *
 * @param stage what to train, and how
 * @param index the stage's place in the recipe's list
 * @param seed the recipe's seed
 * @param data the mixed token shards
 * @param order the recipe's order of documents
 * @param start the weights to begin with
 * @param tokenizer folder with the tokenizer that the data was encoded with
 * @param run run folder, which gets checkpoints and results
 * @param device as {@code --device} takes it
 * @param threads threads on the processor; 0 takes all cores
 * @param resume whether to go on from the newest whole checkpoint
 */
public record TrainRequest(
        TrainStage stage,
        int index,
        long seed,
        StageData data,
        MixSettings.Order order,
        Start start,
        Path tokenizer,
        Path run,
        String device,
        int threads,
        boolean resume) {

    /** What a stage begins with. */
    public sealed interface Start {
        /** Random weights. */
        record New(ModelSettings.New settings) implements Start {}

        /** The weights of a model folder. */
        record Folder(Path folder) implements Start {}
    }

    /** Where the stage's result lies: a model folder, or an adapter folder. */
    public Path result() {
        String kind = stage.method().isAdapter() ? "adapter" : "model";
        return run.resolve(kind).resolve("stage-" + index);
    }

    /** How the rows of a pass are ordered. */
    RowPlan.Shuffle shuffle() {
        return new RowPlan.Shuffle(order.by() == MixSettings.Order.By.RANDOM, seed, index);
    }

    /** The key of the stage in the recipe. */
    String key() {
        return "train." + index;
    }

    /** The key of one of the stage's settings in the recipe. */
    String key(String name) {
        return "train." + index + "." + name;
    }
}
