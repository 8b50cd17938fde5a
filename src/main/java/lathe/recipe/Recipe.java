package lathe.recipe;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Everything a run depends on. The window edits it, the console reads it, each run folder keeps a copy.
 *
 * <p>A recipe that exists is complete and in range: {@link RecipeYaml} refuses any other.
 */
public record Recipe(
        @Setting(def = "1", min = 1, max = 1, help = "Version of the recipe format.", advanced = true) int lathe,
        @Setting(help = "Names the project and its runs; letters, digits, dot, dash and underscore.") String name,
        @Setting(def = "42", min = 0, max = 9e15, help = "Every random draw comes from it: same seed, same result.")
                long seed,
        @Setting(def = "[]", help = "What to import: files, folders or corpus folders, each under a source name.")
                List<CorpusSource> corpus,
        @Setting(def = "[]", help = "Cleaning rules, applied in this order.") List<Rule> clean,
        @Setting(def = "{}", help = "What is held out for evaluation, per source, after cleaning.") SplitSettings split,
        @Setting(def = "{}", help = "The tokenizer: trained on the cleaned corpus, or taken from a folder.")
                TokenizerSettings tokenizer,
        @Setting(def = "{}", help = "How much of each source a stage sees, and in which order.") MixSettings mix,
        @Setting(def = "{}", help = "The model: new, or from a Hugging Face folder.") ModelSettings model,
        @Setting(def = "[]", help = "Training stages, in order; each starts from the one before it.")
                List<TrainStage> train,
        @Setting(def = "{}", help = "What is asked of the models when training is over.") EvaluateSettings evaluate,
        @Setting(def = "[]", help = "What leaves the house at the end.") List<ExportFormat> export) {

    /** The format's version. */
    public static final int VERSION = 1;

    /** The last stage of a task, with its index, or null where the recipe has none. */
    public @Nullable TrainStage lastStage(TrainStage.Task task) {
        TrainStage last = null;
        for (TrainStage stage : train) {
            if (stage.task() == task) {
                last = stage;
            }
        }
        return last;
    }
}
