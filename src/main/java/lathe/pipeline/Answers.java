package lathe.pipeline;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import lathe.run.Json;
import org.jspecify.annotations.Nullable;

/**
 * What the models of a run answered: the file {@code evaluate.json} of its folder.
 *
 * @param answers one per prompt of the recipe
 */
public record Answers(List<Answer> answers) {

    /**
     * One prompt, answered by both.
     *
     * @param base without the adapter
     * @param tuned with the adapter; null where the run trained none
     */
    public record Answer(String prompt, String base, @Nullable String tuned) {}

    /** Where a run keeps them. */
    public static Path in(RunFolder run) {
        return run.folder().resolve("evaluate.json");
    }

    /** Reads what a run has left. */
    public static Answers read(RunFolder run) throws IOException {
        return Json.read(in(run), Answers.class);
    }

    void write(RunFolder run) throws IOException {
        Json.write(in(run), this);
    }
}
