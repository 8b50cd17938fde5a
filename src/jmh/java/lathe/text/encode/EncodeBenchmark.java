package lathe.text.encode;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import lathe.run.Failure;
import lathe.text.Tokenizer;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;

/**
 * Time to encode a text with one thread. The text and the tokenizer's folder are named by the environment variables
 * LATHE_BENCH_TEXT, a file of UTF-8 that is cut into documents of about 4,000 chars, and LATHE_BENCH_TOKENIZER. Without
 * them it is the golden corpus, again and again, and its small tokenizer.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
public class EncodeBenchmark {
    private static final int DOCUMENT = 4000;
    private static final int REPETITIONS = 1000;

    private List<String> documents;
    private Tokenizer tokenizer;
    private final Ints ids = new Ints(1 << 20);

    @Setup
    public void open() throws Failure, IOException {
        String file = System.getenv("LATHE_BENCH_TEXT");
        String text = file == null
                ? Files.readString(Path.of("src/test/resources/golden/text/corpus.txt"))
                        .repeat(REPETITIONS)
                : Files.readString(Path.of(file));
        documents = new ArrayList<>();
        for (int from = 0; from < text.length(); ) {
            int line = text.indexOf('\n', from + DOCUMENT);
            int to = line < 0 ? text.length() : line + 1;
            documents.add(text.substring(from, to));
            from = to;
        }
        String folder = System.getenv("LATHE_BENCH_TOKENIZER");
        tokenizer = Tokenizer.load(Path.of(folder == null ? "src/test/resources/golden/text/tokenizer" : folder));
    }

    @TearDown
    public void close() {
        tokenizer.close();
    }

    @Benchmark
    public int encode() {
        ids.clear();
        for (String document : documents) {
            tokenizer.encode(document, ids);
        }
        return ids.size();
    }

    @Benchmark
    public int encodeWithSpans() {
        return documents.stream()
                .mapToInt(document -> tokenizer.tokens(document).size())
                .sum();
    }
}
