package lathe.evaluate;

import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import lathe.run.Json;
import org.jspecify.annotations.Nullable;

/**
 * What the models of a run make of documents that no stage trained on: the file {@code held-out.json} of its folder.
 *
 * @param documents how many were scored, each by itself
 * @param tokens how many of their tokens count
 * @param base the model without its adapter
 * @param tuned the model with it; null where the run trained none
 */
@JsonNaming(PropertyNamingStrategies.SnakeCaseStrategy.class)
public record HeldOutFigures(long documents, long tokens, Side base, @Nullable Side tuned) {
    private static final String NAME = "held-out.json";

    /**
     * One model.
     *
     * @param loss mean negative log likelihood of a token, natural logarithm
     * @param perplexity its exponential
     * @param tokenAccuracy share of tokens that the model finds the likeliest
     */
    @JsonNaming(PropertyNamingStrategies.SnakeCaseStrategy.class)
    public record Side(double loss, double perplexity, double tokenAccuracy) {
        static Side of(Score score) {
            return new Side(score.loss(), score.perplexity(), score.tokenAccuracy());
        }
    }

    /** Where a run's folder keeps them. */
    public static Path in(Path run) {
        return run.resolve(NAME);
    }

    /** Reads what a run has left, if it has. */
    public static Optional<HeldOutFigures> read(Path run) throws IOException {
        return Files.exists(in(run)) ? Optional.of(Json.read(in(run), HeldOutFigures.class)) : Optional.empty();
    }

    /** Writes them into a run's folder. */
    public void write(Path run) throws IOException {
        Json.write(in(run), this);
    }
}
