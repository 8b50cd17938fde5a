package lathe.clean;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import lathe.data.CorpusFolder;
import lathe.data.CorpusWriter;
import lathe.data.Document;
import lathe.recipe.ContentRules;
import lathe.recipe.DuplicateRules;
import lathe.recipe.Rule;
import lathe.recipe.StatisticRules;
import lathe.run.Failure;
import lathe.run.Ledger;
import lathe.run.RunCancelledException;
import lathe.run.RunContext;
import lathe.run.WholeFile;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;

/** Records of about 4 KB cleaned per second, reading and writing included; ratios within one run are what counts. */
@State(Scope.Benchmark)
public class CleanerBenchmark {
    private static final int RECORDS = 1000;

    @Param({"1", "2"})
    public int threads;

    @Param({"language", "special-characters", "keywords", "exact-duplicates"})
    public String rule;

    private Path folder;
    private CorpusFolder corpus;

    @Setup
    public void writeCorpus() throws IOException {
        folder = Files.createTempDirectory("lathe-bench");
        String[] words = "the lathe turns slowly and the wood, which is old, does not complain 车床 木头 12".split(" ");
        Random random = new Random(1);
        Ledger.Counter counter = new Ledger.Counter();
        try (CorpusWriter writer = new CorpusWriter(folder.resolve("in"))) {
            for (int i = 0; i < RECORDS; i++) {
                StringBuilder text = new StringBuilder();
                while (text.length() < 4000) {
                    text.append(words[random.nextInt(words.length)]).append(' ');
                }
                writer.keep(Document.text("d" + i, "web", text.toString()));
                counter.keep(1);
            }
            corpus = writer.finish(counter.total());
        }
    }

    @TearDown
    public void deleteCorpus() throws IOException {
        WholeFile.deleteTree(folder);
    }

    private Rule rule() {
        return switch (rule) {
            case "language" -> new ContentRules.Language(List.of("en"), 0.65);
            case "special-characters" -> new StatisticRules.SpecialCharacters(null, 0.4);
            case "keywords" ->
                new ContentRules.Keywords(List.of(), List.of("html", "profanity-en", "profanity-zh"), 0.05);
            default -> new DuplicateRules.ExactDuplicates(false, true);
        };
    }

    @Benchmark
    @OperationsPerInvocation(RECORDS)
    public CleanReport clean() throws Failure, IOException, RunCancelledException {
        CleanOptions options = new CleanOptions(threads, null, folder);
        return Cleaner.run(List.of(corpus), List.of(rule()), options, folder.resolve("out"), RunContext.quiet());
    }
}
