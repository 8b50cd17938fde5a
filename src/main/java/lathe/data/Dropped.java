package lathe.data;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import lathe.run.Json;
import org.jspecify.annotations.Nullable;

/**
 * A record that a rule took out, and why.
 *
 * @param rule the rule's name
 * @param value what the rule measured: a number or a word; null for duplicates
 * @param bound the bound that the value broke, as people read it
 * @param duplicateOf id of the record that was kept instead; null for other rules
 */
public record Dropped(
        Document document, String rule, @Nullable Object value, @Nullable String bound, @Nullable String duplicateOf) {

    /** The record with the reason beside its own fields. */
    public ObjectNode toJson() {
        ObjectNode tree = Json.tree(document);
        tree.put("rule", rule);
        if (value != null) {
            tree.set("value", Json.mapper().<JsonNode>valueToTree(value));
        }
        if (bound != null) {
            tree.put("bound", bound);
        }
        if (duplicateOf != null) {
            tree.put("duplicate_of", duplicateOf);
        }
        return tree;
    }
}
