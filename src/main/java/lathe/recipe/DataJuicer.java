package lathe.recipe;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;

/**
 * Recipes of data-juicer as Lathe's rules. Rules that the two define differently are taken in data-juicer's flavour, so
 * that the same records stay.
 *
 * @param rules in the order of its {@code process} list
 * @param notes what was left out, and what differs, each with the operator's name
 */
public record DataJuicer(List<Rule> rules, List<String> notes) {
    private static final ObjectMapper YAML = new ObjectMapper(new YAMLFactory());
    private static final JsonNode OPERATORS = operators();

    /** Parameters that say nothing of what is kept. */
    private static final List<String> OF_NO_ACCOUNT = List.of(
            "text_key",
            "image_key",
            "audio_key",
            "video_key",
            "batch_size",
            "num_proc",
            "cpu_required",
            "mem_required");

    private static JsonNode operators() {
        try (InputStream in =
                Objects.requireNonNull(DataJuicer.class.getResourceAsStream("/recipe/data-juicer.yaml"))) {
            return YAML.readTree(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Whether a file is one of its recipes. */
    public static boolean isOne(String yaml) {
        try {
            return YAML.readTree(yaml).path("process").isArray();
        } catch (IOException e) {
            return false;
        }
    }

    /** Reads a recipe; operators that Lathe does not have are left out and noted. */
    public static DataJuicer read(String yaml) throws RecipeException {
        ArrayNode rules = JsonNodeFactory.instance.arrayNode();
        List<String> notes = new ArrayList<>();
        try {
            for (JsonNode step : YAML.readTree(yaml).path("process")) {
                String name =
                        step.isTextual() ? step.asText() : step.fieldNames().next();
                JsonNode operator = OPERATORS.path(name);
                if (operator.isMissingNode()) {
                    notes.add(name + ": left out, Lathe has no such rule");
                } else {
                    rules.add(rule(name, operator, step.path(name), notes));
                }
            }
        } catch (IOException e) {
            throw new RecipeException(List.of(new Problem("process", 0, "is not YAML: " + e.getMessage())));
        }
        ObjectNode all = JsonNodeFactory.instance.objectNode();
        all.set("rules", rules);
        return new DataJuicer(RecipeYaml.readRules(all.toString()), List.copyOf(notes));
    }

    private static ObjectNode rule(String name, JsonNode operator, JsonNode parameters, List<String> notes) {
        ObjectNode rule = JsonNodeFactory.instance.objectNode();
        rule.set("rule", operator.path("rule"));
        for (Map.Entry<String, JsonNode> fixed : operator.path("set").properties()) {
            rule.set(fixed.getKey(), fixed.getValue());
        }
        for (Map.Entry<String, JsonNode> parameter : parameters.properties()) {
            String setting = operator.path("map").path(parameter.getKey()).asText();
            if (!setting.isEmpty()) {
                set(rule, setting, parameter.getValue(), operator);
            } else if (!OF_NO_ACCOUNT.contains(parameter.getKey())) {
                notes.add(name + "." + parameter.getKey() + ": left out");
            }
        }
        if (operator.has("note")) {
            notes.add(name + ": " + operator.path("note").asText());
        }
        return rule;
    }

    private static void set(ObjectNode rule, String setting, JsonNode value, JsonNode operator) {
        if (value.isNull() || isOpenEnd(value) || value.asText().isEmpty()) {
            return;
        }
        JsonNode renamed = operator.path("values").path(setting).path(value.asText());
        JsonNode taken = renamed.isMissingNode() ? value : renamed;
        if (has(operator.path("lower"), setting)) {
            taken = JsonNodeFactory.instance.textNode(taken.asText().toLowerCase(Locale.ROOT));
        }
        rule.set(setting, has(operator.path("list"), setting) && !taken.isArray() ? listOf(taken) : taken);
    }

    /** data-juicer writes the largest number there is where nothing bounds a value. */
    private static boolean isOpenEnd(JsonNode value) {
        return value.isNumber() && value.asDouble() >= Integer.MAX_VALUE;
    }

    private static boolean has(JsonNode list, String wanted) {
        for (JsonNode entry : list) {
            if (entry.asText().equals(wanted)) {
                return true;
            }
        }
        return false;
    }

    private static ArrayNode listOf(JsonNode value) {
        return JsonNodeFactory.instance.arrayNode().add(value);
    }
}
