package lathe.ingest.preset;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/**
 * A column of a row: a field's name, or a path of names and indices within nested fields, joined by dots.
 *
 * @param name as the user wrote it; a field that is called just so goes before a path
 * @param path its parts
 */
public record Column(String name, List<String> path) {

    /** The column of that name. */
    public static Column of(String name) {
        return new Column(name, List.of(name.split("\\.", -1)));
    }

    /** What the row has there; the missing node where it has nothing. */
    public JsonNode in(JsonNode row) {
        JsonNode whole = row.path(name);
        return whole.isMissingNode() && path.size() > 1 ? inside(row, path.size()) : whole;
    }

    private JsonNode inside(JsonNode row, int depth) {
        JsonNode value = row;
        for (String part : path.subList(0, depth)) {
            value = value.isArray() ? value.path(index(part)) : value.path(part);
        }
        return value;
    }

    private static int index(String part) {
        boolean number = !part.isEmpty() && part.length() < 9 && part.chars().allMatch(c -> c >= '0' && c <= '9');
        return number ? Integer.parseInt(part) : -1;
    }

    /** Whether the row has it within another field. */
    boolean isNestedIn(JsonNode row) {
        return path.size() > 1 && !row.has(name) && row.has(path.get(0));
    }

    /** Takes it out of a copy of the row's field that holds it. */
    void removeFrom(JsonNode row) {
        if (inside(row, path.size() - 1) instanceof ObjectNode holder) {
            holder.remove(path.get(path.size() - 1));
        }
    }
}
