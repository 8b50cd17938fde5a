package lathe.ingest;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import lathe.data.CorpusFolder;
import lathe.recipe.CorpusSource;
import lathe.run.Failure;
import lathe.run.Json;
import lathe.run.RunCancelledException;
import lathe.run.RunContext;
import lathe.run.WholeFile;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;

/** 32 MB imported, warm, reading and writing included; {@code escaped} as programs write that know only ASCII. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(1)
public class ImportBenchmark {
    private static final int BYTES = 32_000_000;

    @Param({"1", "2"})
    public int threads;

    @Param({"pages", "instructions", "escaped"})
    public String rows;

    private Path folder;
    private Path file;

    @Setup
    public void writeRows() throws IOException {
        folder = Files.createTempDirectory("lathe-bench");
        file = folder.resolve("rows.jsonl");
        Random random = new Random(1);
        try (BufferedWriter out = Files.newBufferedWriter(file)) {
            for (int written = 0; written < BYTES; ) {
                String line = Json.line(row(random));
                line = rows.equals("escaped") ? escaped(line) : line;
                out.write(line + "\n");
                written += line.length();
            }
        }
    }

    private Map<String, Object> row(Random random) {
        return rows.equals("pages")
                ? Map.of("text", text(random, 3000), "meta", Map.of("url", "https://example.org/" + random.nextInt()))
                : Map.of("instruction", text(random, 80), "input", "", "output", text(random, 300));
    }

    private static String text(Random random, int length) {
        String[] words = "the lathe turns \"slowly\" and the wood, which is old, doesn’t complain\n 车床上的木头".split(" ");
        StringBuilder text = new StringBuilder();
        while (text.length() < length) {
            text.append(words[random.nextInt(words.length)]).append(' ');
        }
        return text.toString();
    }

    private static String escaped(String line) {
        StringBuilder ascii = new StringBuilder();
        line.chars().forEach(c -> ascii.append(c < 0x80 ? "" + (char) c : String.format("\\u%04x", c)));
        return ascii.toString();
    }

    @TearDown
    public void deleteRows() throws IOException {
        WholeFile.deleteTree(folder);
    }

    @Benchmark
    public CorpusFolder importRows() throws Failure, IOException, RunCancelledException {
        CorpusSource source = new CorpusSource(file.toString(), "rows", "auto", "auto", Map.of());
        return Importer.run(List.of(source), folder.resolve("out"), threads, RunContext.quiet());
    }
}
