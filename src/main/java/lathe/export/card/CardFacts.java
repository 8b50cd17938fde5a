package lathe.export.card;

import java.util.List;
import lathe.run.Ledger;
import lathe.run.StepMetrics;
import org.jspecify.annotations.Nullable;

/**
 * What a run says of itself for a card.
 *
 * @param name of the run
 * @param base name of the model that the run began with; empty for random weights
 * @param recipe as YAML, with names of files and no places of a machine
 * @param sources what the data came from
 * @param imported the account of the import; null where there was none
 * @param cleaned the account of the cleaning; null likewise
 * @param metrics every optimizer step
 * @param figures how base and tuned model do
 * @param answers what they say
 */
public record CardFacts(
        String name,
        String base,
        String recipe,
        List<Source> sources,
        @Nullable Ledger imported,
        @Nullable Ledger cleaned,
        List<StepMetrics> metrics,
        List<Figure> figures,
        List<Answer> answers) {

    /** Copies the lists. */
    public CardFacts {
        sources = List.copyOf(sources);
        metrics = List.copyOf(metrics);
        figures = List.copyOf(figures);
        answers = List.copyOf(answers);
    }

    /** A source of data, with the SHA-256 of its files. */
    public record Source(String name, String sha256) {}

    /**
     * A measured number.
     *
     * @param english its name
     * @param chinese the same
     * @param base written out
     * @param tuned written out; empty where nothing was tuned beside a base
     */
    public record Figure(String english, String chinese, String base, String tuned) {}

    /** A prompt and what was said to it; {@code tuned} is empty where nothing was tuned. */
    public record Answer(String prompt, String base, String tuned) {}
}
