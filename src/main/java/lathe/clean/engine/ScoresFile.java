package lathe.clean.engine;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import lathe.clean.rule.Duplicates;
import lathe.run.Json;
import org.jspecify.annotations.Nullable;

/**
 * Writes what the rules measured, a line per record: {@code {"id", "RULE": value, …}}; a duplicate rule's value is the
 * first of its keys. Writes nothing without a file.
 */
final class ScoresFile implements AutoCloseable {
    private final @Nullable BufferedWriter out;
    private final Annotations annotations;
    private final Decider decider;

    ScoresFile(@Nullable Path file, Annotations annotations, Decider decider) throws IOException {
        this.annotations = annotations;
        this.decider = decider;
        if (file != null && file.toAbsolutePath().getParent() != null) {
            Files.createDirectories(file.toAbsolutePath().getParent());
        }
        out = file == null ? null : Files.newBufferedWriter(file, StandardCharsets.UTF_8);
    }

    void write(int record) throws IOException {
        if (out == null) {
            return;
        }
        ObjectNode line = Json.mapper().createObjectNode();
        line.put("id", annotations.records().read(record).id());
        RuleSet rules = annotations.rules();
        for (int place = 0; place < rules.names().size(); place++) {
            add(line, place, record);
        }
        out.write(Json.line(line));
        out.write('\n');
    }

    private void add(ObjectNode line, int place, int record) {
        RuleSet rules = annotations.rules();
        for (RuleSet.PlacedFilter filter : rules.filters()) {
            if (filter.place() == place) {
                line.set(rules.names().get(place), Json.mapper().<JsonNode>valueToTree(decider.json(filter, record)));
            }
        }
        List<RuleSet.Placed<Duplicates>> duplicates = rules.duplicates();
        for (int i = 0; i < duplicates.size(); i++) {
            if (duplicates.get(i).place() == place) {
                line.put(rules.names().get(place), key(i, record));
            }
        }
    }

    private @Nullable String key(int rule, int record) {
        boolean has = annotations.measured().key(rule, record, 0) == 1;
        return has ? String.format(Locale.ROOT, "%016x", annotations.measured().key(rule, record, 1)) : null;
    }

    @Override
    public void close() throws IOException {
        if (out != null) {
            out.close();
        }
    }
}
