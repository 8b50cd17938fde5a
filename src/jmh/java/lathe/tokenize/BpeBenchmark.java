package lathe.tokenize;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import lathe.recipe.RecipeException;
import lathe.recipe.RecipeYaml;
import lathe.recipe.SettingsTable;
import lathe.recipe.TokenizerSettings;
import lathe.recipe.TokenizerSettings.Pattern;
import lathe.run.Failure;
import lathe.run.RunCancelledException;
import lathe.run.RunContext;
import lathe.run.WholeFile;
import lathe.text.Tokenizer;
import lathe.tokenize.corpus.Sequences;
import lathe.tokenize.train.TrainedTokenizer;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;

/** Time to learn a byte-level BPE from some megabytes of made-up words, and to encode the same text with it. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
public class BpeBenchmark {
    private static final int TEXTS = 2000;
    private static final int WORDS_PER_TEXT = 300;

    @Param({"4096", "16384"})
    public int vocabSize;

    @Param({"GPT2", "CL100K"})
    public Pattern pattern;

    @Param({"2"})
    public int threads;

    private List<String> texts;
    private Path folder;
    private Tokenizer tokenizer;

    @Setup
    public void makeTexts() throws Failure, IOException, RunCancelledException {
        Random random = new Random(1);
        List<String> words = new ArrayList<>();
        for (int i = 0; i < 30_000; i++) {
            words.add(word(random));
        }
        texts = new ArrayList<>();
        for (int i = 0; i < TEXTS; i++) {
            StringBuilder text = new StringBuilder();
            for (int w = 0; w < WORDS_PER_TEXT; w++) {
                // The third power makes some words far more common than others, as in real text.
                double u = random.nextDouble();
                text.append(words.get((int) (u * u * u * words.size()))).append(' ');
            }
            texts.add(text.toString());
        }
        folder = Files.createTempDirectory("lathe-bench");
        train().file().write(folder);
        tokenizer = Tokenizer.load(folder);
    }

    private static String word(Random random) {
        StringBuilder word = new StringBuilder();
        for (int n = 1 + random.nextInt(4); n > 0; n--) {
            word.append("bdfklmnprst".charAt(random.nextInt(11))).append("aeiou".charAt(random.nextInt(5)));
        }
        return random.nextInt(5) == 0 ? word + "," : word.toString();
    }

    @TearDown
    public void close() throws IOException {
        tokenizer.close();
        WholeFile.deleteTree(folder);
    }

    @Benchmark
    public TrainedTokenizer train() throws Failure, RecipeException, IOException, RunCancelledException {
        TokenizerSettings.Train settings = (TokenizerSettings.Train) RecipeYaml.readTokenizer(
                "{train: byte-bpe, vocab-size: " + vocabSize + ", pattern: " + SettingsTable.word(pattern) + "}",
                Map.of());
        return TokenizerTrainers.of(settings).train(Sequences.of(texts), threads, RunContext.quiet());
    }

    @Benchmark
    public List<int[]> encode() {
        return tokenizer.encodeAll(texts);
    }
}
