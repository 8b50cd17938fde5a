package lathe.tokenize.bpe;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import lathe.recipe.TokenizerSettings;
import lathe.run.Failure;
import lathe.run.RunCancelledException;
import lathe.run.RunContext;
import lathe.text.encode.ByteLevel;
import lathe.tokenize.corpus.PieceCounter;
import lathe.tokenize.corpus.SampledSequences;
import lathe.tokenize.corpus.Sequences;
import lathe.tokenize.corpus.SharedCounts;
import lathe.tokenize.corpus.TextCutter;
import lathe.tokenize.train.AddedTokens;
import lathe.tokenize.train.ChainCutter;
import lathe.tokenize.train.Merge;
import lathe.tokenize.train.TokenizerTrainer;
import lathe.tokenize.train.TrainedTokenizer;
import lathe.tokenize.train.Vocabulary;

/**
 * Byte-level BPE as GPT-2 has it. Special tokens get the first ids, then user-defined ones, then the 256 bytes, then
 * merges: the order of Hugging Face's BpeTrainer with the byte-level alphabet.
 *
 * <p>Bytes cover every character already. Characters of the initial alphabet get a token of their own all the same: the
 * merges that make them stand before all that is learned.
 */
public final class ByteBpeTrainer implements TokenizerTrainer {
    private final TokenizerSettings.Train settings;
    private final AddedTokens added;
    private final ByteBpeFile file;
    private final TextCutter cutter;
    private final long memoryLimit;

    /** A trainer; its vocabulary must have room for the bytes. */
    public ByteBpeTrainer(TokenizerSettings.Train settings) throws Failure {
        this(settings, SharedCounts.usualLimit());
    }

    /**
     * A trainer.
     *
     * @param memoryLimit bytes of memory beyond which counts go to a temporary folder
     */
    public ByteBpeTrainer(TokenizerSettings.Train settings, long memoryLimit) throws Failure {
        this.settings = settings;
        this.memoryLimit = memoryLimit;
        added = AddedTokens.of(settings);
        file = new ByteBpeFile(settings);
        cutter = ChainCutter.forTraining(file.text(), settings.userDefined());
        int least = ByteLevel.BYTES + added.all().size();
        if (settings.vocabSize() < least) {
            throw Failure.badInput(
                    "The vocabulary has no room for the 256 bytes and the special tokens",
                    "tokenizer.vocab-size",
                    "set it to " + least + " or more");
        }
    }

    @Override
    public TrainedTokenizer train(Sequences sequences, int threads, RunContext context)
            throws Failure, IOException, RunCancelledException {
        Vocabulary vocabulary = new Vocabulary();
        added.all().forEach(vocabulary::add);
        int[] idOfByte = addBytes(vocabulary);
        MergeTable known = new MergeTable();
        List<Merge> merges = addAlphabet(vocabulary, idOfByte, known);
        merges.addAll(learn(
                count(sequences, threads, context, new ByteWriter(idOfByte, known)), vocabulary, threads, context));
        if (vocabulary.size() < settings.vocabSize()) {
            context.warn(
                    "The corpus gives only " + vocabulary.size() + " tokens of the " + settings.vocabSize()
                            + " asked for",
                    "tokenizer.vocab-size",
                    "add text, or ask for fewer tokens");
        }
        return new TrainedTokenizer(file.of(vocabulary.pieces(), merges), vocabulary.size(), List.copyOf(merges));
    }

    private BpeWords count(Sequences sequences, int threads, RunContext context, ByteWriter writer)
            throws Failure, IOException, RunCancelledException {
        Sequences texts = SampledSequences.of(sequences, settings.inputSentenceSize());
        try (SharedCounts counts = PieceCounter.count(texts, cutter, threads, memoryLimit, context)) {
            return BpeWords.of(counts, writer);
        }
    }

    private List<Merge> learn(BpeWords words, Vocabulary vocabulary, int threads, RunContext context)
            throws RunCancelledException {
        Integer most = settings.maxTokenLength();
        BpeTokens tokens = new BpeTokens(vocabulary, "", most == null ? Integer.MAX_VALUE : most, ByteText::readable);
        return new BpeLearner(words, tokens, threads, context).learn(settings.vocabSize(), settings.minFrequency());
    }

    private static int[] addBytes(Vocabulary vocabulary) {
        String alphabet = ByteLevel.alphabet();
        for (int i = 0; i < alphabet.length(); i++) {
            vocabulary.add(alphabet.substring(i, i + 1));
        }
        int[] idOfByte = new int[ByteLevel.BYTES];
        for (int b = 0; b < ByteLevel.BYTES; b++) {
            idOfByte[b] = vocabulary.add(String.valueOf(ByteLevel.written(b)));
        }
        return idOfByte;
    }

    /** Merges that build each character of the initial alphabet from its bytes, from left to right. */
    private List<Merge> addAlphabet(Vocabulary vocabulary, int[] idOfByte, MergeTable known) {
        List<Merge> merges = new ArrayList<>();
        settings.initialAlphabet().stream()
                .flatMapToInt(String::codePoints)
                .sorted()
                .distinct()
                .forEach(c -> {
                    byte[] bytes = ByteText.bytes(ByteText.written(Character.toString(c)));
                    int left = idOfByte[bytes[0] & 0xff];
                    for (int i = 1; i < bytes.length && vocabulary.size() < settings.vocabSize(); i++) {
                        int right = idOfByte[bytes[i] & 0xff];
                        int before = vocabulary.size();
                        int id = vocabulary.add(vocabulary.piece(left) + vocabulary.piece(right));
                        if (id == before) {
                            known.add(left, right, id);
                            merges.add(new Merge(vocabulary.piece(left), vocabulary.piece(right), id, 0));
                        }
                        left = id;
                    }
                });
        return merges;
    }
}
