package lathe.mix;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import org.jspecify.annotations.Nullable;

/**
 * What a stage takes from one source.
 *
 * @param documents to train on
 * @param tokens in them
 * @param heldOut documents kept for evaluation
 * @param weight its normalised weight, or null where sources are taken as they are
 * @param passDocuments documents in one pass, repeated ones counted again
 * @param share share of the pass's tokens
 * @param truncated documents longer than the stage's context; for sft, the rest of them is not seen
 */
@JsonNaming(PropertyNamingStrategies.SnakeCaseStrategy.class)
public record SourceMix(
        String source,
        long documents,
        long tokens,
        long heldOut,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Double weight,
        long passDocuments,
        double share,
        long truncated) {}
