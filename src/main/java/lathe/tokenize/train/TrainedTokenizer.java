package lathe.tokenize.train;

import java.util.List;

/**
 * A vocabulary that was learned.
 *
 * @param file what is written
 * @param vocabSize number of tokens, bytes and special tokens included
 * @param merges in the order in which they were learned; empty where the algorithm has none
 */
public record TrainedTokenizer(TokenizerFile file, int vocabSize, List<Merge> merges) {}
