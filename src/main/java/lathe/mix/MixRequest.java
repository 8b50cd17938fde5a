package lathe.mix;

import java.nio.file.Path;
import java.util.List;
import lathe.data.CorpusFolder;
import lathe.recipe.MixSettings;
import lathe.recipe.SplitSettings;
import lathe.recipe.TrainStage;

/**
 * What is mixed.
 *
 * @param stages the recipe's training stages, all of them and in order
 * @param seed the recipe's seed
 * @param tokenizer a folder with a tokenizer.json
 * @param threads workers; any number gives the same bytes
 */
public record MixRequest(
        MixSettings mix,
        List<TrainStage> stages,
        SplitSettings split,
        long seed,
        CorpusFolder cleaned,
        Path tokenizer,
        int threads) {}
