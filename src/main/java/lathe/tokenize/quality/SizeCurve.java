package lathe.tokenize.quality;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import lathe.run.Failure;
import lathe.run.Json;
import lathe.run.RunCancelledException;
import lathe.run.RunContext;
import lathe.run.WholeFile;
import lathe.text.Tokenizer;

/**
 * How compression grows with the size of the vocabulary, all from one training.
 *
 * @param points from small to large; the last is the whole tokenizer
 */
public record SizeCurve(List<Point> points) {
    private static final int FIRST = 1000;

    /**
     * A vocabulary of a size.
     *
     * @param size number of tokens
     * @param bytesPerToken compression of the text
     */
    public record Point(int size, double bytesPerToken) {}

    /** Encodes texts with ever larger parts of a tokenizer: 1,000 tokens, twice as many, and so on up to all. */
    public static SizeCurve of(Path folder, List<String> texts, RunContext context)
            throws Failure, IOException, RunCancelledException {
        JsonNode whole = Json.mapper().readTree(Files.readAllBytes(folder.resolve("tokenizer.json")));
        List<Point> points = new ArrayList<>();
        int last = whole.path("model").path("vocab").size();
        for (int size = FIRST; size < last; size *= 2) {
            context.checkCancelled();
            Optional<ObjectNode> part = Truncated.of(whole, size);
            if (part.isPresent()) {
                points.add(new Point(size, compression(part.get(), texts)));
            }
        }
        try (Tokenizer tokenizer = Tokenizer.load(folder)) {
            points.add(new Point(last, compression(tokenizer, texts)));
        }
        return new SizeCurve(List.copyOf(points));
    }

    private static double compression(ObjectNode part, List<String> texts) throws Failure, IOException {
        Path scratch = Files.createTempDirectory("lathe-tokenizer");
        try {
            WholeFile.write(scratch.resolve("tokenizer.json"), Json.line(part));
            try (Tokenizer tokenizer = Tokenizer.load(scratch)) {
                return compression(tokenizer, texts);
            }
        } finally {
            WholeFile.deleteTree(scratch);
        }
    }

    private static double compression(Tokenizer tokenizer, List<String> texts) {
        long bytes = texts.stream()
                .mapToLong(text -> text.getBytes(StandardCharsets.UTF_8).length)
                .sum();
        long tokens =
                tokenizer.encodeAll(texts).stream().mapToLong(ids -> ids.length).sum();
        return (double) bytes / Math.max(1, tokens);
    }
}
