package lathe.tokenize;

import java.util.List;
import lathe.recipe.TokenizerSettings;

/**
 * A vocabulary that was learned.
 *
 * @param settings what was asked for
 * @param pieces tokens by id: special tokens, bytes, then what was merged
 * @param merges in the order in which they were learned
 */
public record TrainedTokenizer(TokenizerSettings.Train settings, List<String> pieces, List<Merge> merges) {

    /** Number of tokens, bytes and special tokens included. */
    public int vocabSize() {
        return pieces.size();
    }
}
