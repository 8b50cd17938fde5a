package lathe.mix;

import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import java.util.List;

/**
 * What a stage sees.
 *
 * @param stage its index in the recipe
 * @param task pretrain or sft
 * @param passDocuments documents in one pass
 * @param passTokens tokens in one pass
 */
@JsonNaming(PropertyNamingStrategies.SnakeCaseStrategy.class)
public record StageMix(int stage, String task, long passDocuments, long passTokens, List<SourceMix> sources) {}
