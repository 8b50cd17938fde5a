package lathe.export;

import java.nio.file.Path;
import java.util.List;
import lathe.export.card.CardFacts;
import lathe.program.TensorType;
import lathe.recipe.ExportFormat;
import org.jspecify.annotations.Nullable;

/**
 * What to export.
 *
 * @param model model folder with its tokenizer
 * @param adapter adapter folder, or null for the model alone
 * @param to the format
 * @param out folder to write
 * @param prompts texts on which the result is compared with what was trained; Lathe's own join them up to twenty
 * @param template the chat template that the model learned, which the tokenizer's folder then names; null for none
 * @param device as {@code --device} takes it
 * @param threads threads on the processor; 0 takes all cores
 * @param dtype type of the numbers of a model folder; null for that which the base has
 * @param facts what the run says of itself for the card; null where none is known
 */
public record ExportRequest(
        Path model,
        @Nullable Path adapter,
        ExportFormat to,
        Path out,
        List<String> prompts,
        @Nullable String template,
        String device,
        int threads,
        @Nullable TensorType dtype,
        @Nullable CardFacts facts) {}
