package lathe.tokenize.wordpiece;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import lathe.recipe.TokenizerSettings;
import lathe.run.Failure;
import lathe.run.RunCancelledException;
import lathe.run.RunContext;
import lathe.tokenize.bpe.BpeLearner;
import lathe.tokenize.bpe.BpeTokens;
import lathe.tokenize.bpe.BpeWords;
import lathe.tokenize.train.AddedTokens;
import lathe.tokenize.train.PieceCounter;
import lathe.tokenize.train.SampledSequences;
import lathe.tokenize.train.Sequences;
import lathe.tokenize.train.SharedCounts;
import lathe.tokenize.train.TokenizerTrainer;
import lathe.tokenize.train.TrainedTokenizer;
import lathe.tokenize.train.Vocabulary;

/**
 * WordPiece as Hugging Face's trainer learns it: the merges of BPE, of which only the tokens are kept. What there
 * depends on chance (the order of characters inside of words, and with it ties) goes by code point here.
 *
 * <p>Special tokens get the first ids, then user-defined ones, then characters, then characters inside of words, then
 * what was merged. Without special tokens BERT's five are added; [UNK] always is.
 */
public final class WordpieceTrainer implements TokenizerTrainer {
    static final String UNKNOWN = "[UNK]";
    private static final List<String> BERT = List.of("[PAD]", UNKNOWN, "[CLS]", "[SEP]", "[MASK]");

    private final TokenizerSettings.Train settings;
    private final AddedTokens added;
    private final BertCutter cutter;
    private final long memoryLimit;

    /** A trainer. */
    public WordpieceTrainer(TokenizerSettings.Train settings) throws Failure {
        this(settings, SharedCounts.usualLimit());
    }

    /**
     * A trainer.
     *
     * @param memoryLimit bytes of memory beyond which counts go to a temporary folder
     */
    public WordpieceTrainer(TokenizerSettings.Train settings, long memoryLimit) throws Failure {
        this.settings = settings;
        this.memoryLimit = memoryLimit;
        added = new AddedTokens(special(AddedTokens.of(settings).special()), settings.userDefined());
        cutter = new BertCutter(settings);
    }

    private static List<String> special(List<String> asked) {
        List<String> special = new ArrayList<>(asked.isEmpty() ? BERT : asked);
        if (!special.contains(UNKNOWN)) {
            special.add(UNKNOWN);
        }
        return special;
    }

    @Override
    public TrainedTokenizer train(Sequences sequences, int threads, RunContext context)
            throws Failure, IOException, RunCancelledException {
        Vocabulary vocabulary = new Vocabulary();
        added.all().forEach(vocabulary::add);
        BpeWords words = words(sequences, vocabulary, threads, context);
        BpeTokens tokens = new BpeTokens(vocabulary, Alphabet.PREFIX, Integer.MAX_VALUE, UnaryOperator.identity());
        new BpeLearner(words, tokens, threads, context).learn(settings.vocabSize(), settings.minFrequency());
        if (vocabulary.size() < settings.vocabSize()) {
            context.warn(
                    "The corpus gives only " + vocabulary.size() + " tokens of the " + settings.vocabSize()
                            + " asked for",
                    "tokenizer.vocab-size",
                    "add text, or ask for fewer tokens");
        }
        return new TrainedTokenizer(
                new WordpieceFile(settings, added, vocabulary.pieces()).file(), vocabulary.size(), List.of());
    }

    private BpeWords words(Sequences sequences, Vocabulary vocabulary, int threads, RunContext context)
            throws Failure, IOException, RunCancelledException {
        Sequences texts = SampledSequences.of(sequences, settings.inputSentenceSize());
        try (SharedCounts counts = PieceCounter.count(texts, cutter, threads, memoryLimit, context)) {
            Alphabet alphabet = Alphabet.of(counts, settings.initialAlphabet(), settings.limitAlphabet());
            int least = vocabulary.size() + alphabet.size();
            if (least > settings.vocabSize()) {
                throw Failure.badInput(
                        "The corpus has more characters than the vocabulary has room for",
                        "tokenizer.vocab-size",
                        "set it to " + least + " or more",
                        "or set tokenizer.limit-alphabet: rarer characters become unknown");
            }
            alphabet.addTo(vocabulary);
            return BpeWords.of(counts, alphabet);
        }
    }
}
