package lathe.tokenize.quality;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import lathe.run.Json;

/** From which two tokens each token of a BPE was merged. */
public final class Ancestry {
    private final Map<String, Merged> merges = new HashMap<>();

    /**
     * A merge.
     *
     * @param rank how many merges came before it
     * @param left how the vocabulary writes the first part
     * @param right how it writes the second
     */
    public record Merged(int rank, String left, String right) {}

    private Ancestry() {}

    /** Reads the merges of a tokenizer; there are none for models that have none. */
    public static Ancestry of(Path folder) throws IOException {
        JsonNode all = Json.mapper()
                .readTree(Files.readAllBytes(folder.resolve("tokenizer.json")))
                .path("model")
                .path("merges");
        Ancestry ancestry = new Ancestry();
        for (int rank = 0; rank < all.size(); rank++) {
            JsonNode merge = all.get(rank);
            String[] parts = merge.isArray()
                    ? new String[] {merge.path(0).asText(), merge.path(1).asText()}
                    : merge.asText().split(" ", 2);
            if (parts.length == 2) {
                ancestry.merges.putIfAbsent(parts[0] + parts[1], new Merged(rank, parts[0], parts[1]));
            }
        }
        return ancestry;
    }

    /** The merge that made a piece; empty for those that were there from the beginning. */
    public Optional<Merged> of(String piece) {
        return Optional.ofNullable(merges.get(piece));
    }
}
