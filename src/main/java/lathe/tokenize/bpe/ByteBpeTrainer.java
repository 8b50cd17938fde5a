package lathe.tokenize.bpe;

import java.io.IOException;
import java.util.Iterator;
import java.util.List;
import java.util.stream.Stream;
import lathe.recipe.TokenizerSettings;
import lathe.run.Failure;
import lathe.run.InOrder;
import lathe.run.RunCancelledException;
import lathe.run.RunContext;
import lathe.text.encode.ByteLevel;
import lathe.text.encode.Splitter;
import lathe.tokenize.train.Merge;
import lathe.tokenize.train.PieceCounts;
import lathe.tokenize.train.Sequences;
import lathe.tokenize.train.TokenizerTrainer;
import lathe.tokenize.train.TrainedTokenizer;
import lathe.tokenize.train.Vocabulary;

/**
 * Byte-level BPE as GPT-2 has it. Special tokens get the first ids, then the 256 bytes, then merges: the order of
 * Hugging Face's BpeTrainer with the byte-level alphabet.
 */
public final class ByteBpeTrainer implements TokenizerTrainer {
    private static final int BATCH = 256;

    private final TokenizerSettings.Train settings;

    /** A trainer; its vocabulary must have room for the bytes. */
    public ByteBpeTrainer(TokenizerSettings.Train settings) throws Failure {
        this.settings = settings;
        int least = ByteLevel.BYTES + settings.special().size();
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
        context.phase("tokenizer", "counting");
        PieceCounts counts = count(sequences, threads, context);
        context.phase("tokenizer", "merging");
        Vocabulary vocabulary = new Vocabulary();
        settings.special().forEach(vocabulary::add);
        int[] idOfByte = addAlphabet(vocabulary);
        BpeLearner learner = new BpeLearner(BpeWords.of(counts, idOfByte), vocabulary);
        List<Merge> merges = learner.learn(settings.vocabSize(), settings.minFrequency(), context);
        if (vocabulary.size() < settings.vocabSize()) {
            context.warn(
                    "The corpus gives only " + vocabulary.size() + " tokens of the " + settings.vocabSize()
                            + " asked for",
                    "tokenizer.vocab-size",
                    "add text, or ask for fewer tokens");
        }
        return new TrainedTokenizer(
                ByteBpeFile.of(settings, vocabulary.pieces(), merges), vocabulary.size(), List.copyOf(merges));
    }

    private PieceCounts count(Sequences sequences, int threads, RunContext context)
            throws Failure, IOException, RunCancelledException {
        Splitter pattern = Splitter.of(settings.pattern());
        PieceCounts all = new PieceCounts();
        long[] done = new long[1];
        try (Stream<String> texts = sequences.open()) {
            Iterator<String> each = texts.iterator();
            InOrder.run(each, BATCH, threads, batch -> countBatch(batch, pattern, context), counted -> {
                all.addAll(counted);
                done[0] += BATCH;
                context.progress(done[0], 0, "texts");
            });
        }
        return all;
    }

    private static PieceCounts countBatch(List<String> batch, Splitter pattern, RunContext context)
            throws RunCancelledException {
        PieceCounts counts = new PieceCounts();
        for (String text : batch) {
            context.checkCancelled();
            pattern.split(text, (start, end) -> counts.add(text, start, end));
        }
        return counts;
    }

    private static int[] addAlphabet(Vocabulary vocabulary) {
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
}
