package lathe.clean;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import lathe.run.Json;
import org.jspecify.annotations.Nullable;

/**
 * Writes what the rules measured, a line per record: {@code {"id", "RULE": value, …}}. Writes nothing without a file.
 */
final class ScoresFile implements AutoCloseable {
    private final @Nullable BufferedWriter out;

    ScoresFile(@Nullable Path file) throws IOException {
        if (file != null && file.toAbsolutePath().getParent() != null) {
            Files.createDirectories(file.toAbsolutePath().getParent());
        }
        out = file == null ? null : Files.newBufferedWriter(file, StandardCharsets.UTF_8);
    }

    void write(Decision decision) throws IOException {
        if (out == null) {
            return;
        }
        ObjectNode line = Json.mapper().createObjectNode();
        line.put("id", decision.document().id());
        for (Map.Entry<String, Object> score : decision.scores().entrySet()) {
            line.set(score.getKey(), Json.mapper().<JsonNode>valueToTree(score.getValue()));
        }
        out.write(Json.line(line));
        out.write('\n');
    }

    @Override
    public void close() throws IOException {
        if (out != null) {
            out.close();
        }
    }
}
