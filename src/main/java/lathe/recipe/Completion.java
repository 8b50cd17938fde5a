package lathe.recipe;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Checks a tree against the settings table, key by key, and fills in what is left out. */
final class Completion {
    private static final JsonNodeFactory MAKE = JsonNodeFactory.instance;

    private final LocatedTree source;
    private final List<Problem> problems = new ArrayList<>();

    Completion(LocatedTree source) {
        this.source = source;
        problems.addAll(source.problems());
    }

    List<Problem> problems() {
        return problems;
    }

    /** The whole section, complete and typed; meaningless where {@link #problems} is not empty. */
    ObjectNode section(JsonNode node, Class<?> type, String path) {
        if (!(node instanceof ObjectNode given)) {
            problem(path, "must be a section of keys, as {key: value}");
            return MAKE.objectNode();
        }
        Class<?> variant = variantOf(given, type, path);
        return variant == null ? MAKE.objectNode() : fill(given, type, variant, path);
    }

    private @Nullable Class<?> variantOf(ObjectNode given, Class<?> type, String path) {
        List<Class<?>> variants = SettingsTable.variants(type);
        String discriminator = SettingsTable.discriminator(type);
        if (discriminator != null) {
            List<String> names = SettingsTable.variantNames(type);
            JsonNode name = given.get(discriminator);
            int at = name == null ? -1 : names.indexOf(name.asText());
            if (at < 0) {
                String typed = name == null ? "" : name.asText();
                problem(
                        LocatedTree.join(path, discriminator),
                        "no such " + discriminator + ": " + typed + "; " + Nearest.hint(typed, names));
            }
            return at < 0 ? null : variants.get(at);
        }
        for (Class<?> variant : variants.subList(1, variants.size())) {
            String first = SettingsTable.keys(variant).get(0).key();
            if (given.has(first)) {
                return variant;
            }
        }
        return variants.get(0);
    }

    private ObjectNode fill(ObjectNode given, Class<?> type, Class<?> variant, String path) {
        ObjectNode full = MAKE.objectNode();
        String discriminator = SettingsTable.discriminator(type);
        Set<String> unknown = new TreeSet<>();
        given.fieldNames().forEachRemaining(unknown::add);
        if (discriminator != null) {
            full.set(discriminator, given.get(discriminator));
            unknown.remove(discriminator);
        }
        List<SettingsTable.Key> keys = SettingsTable.keys(variant);
        for (SettingsTable.Key key : keys) {
            unknown.remove(key.key());
            JsonNode value = valueOrDefault(given.get(key.key()), key, path);
            if (value != null) {
                full.set(key.key(), check(value, key, LocatedTree.join(path, key.key())));
            }
        }
        List<String> known = keys.stream().map(SettingsTable.Key::key).toList();
        unknown.forEach(key -> problem(LocatedTree.join(path, key), "unknown key; " + Nearest.hint(key, known)));
        return full;
    }

    private @Nullable JsonNode valueOrDefault(@Nullable JsonNode given, SettingsTable.Key key, String path) {
        if (given != null && !given.isNull()) {
            return given;
        }
        if (key.required()) {
            problem(
                    LocatedTree.join(path, key.key()),
                    "is missing: " + key.setting().help());
        }
        String def = key.defaultYaml();
        return def == null ? null : LocatedTree.read(def).root();
    }

    private JsonNode check(JsonNode value, SettingsTable.Key key, String path) {
        Class<?> type = key.rawType();
        if (List.class.isAssignableFrom(type)) {
            return checkList(value, key, path);
        }
        if (Map.class.isAssignableFrom(type)) {
            return checkMap(value, key, path);
        }
        return checkValue(value, type, key, path);
    }

    private JsonNode checkList(JsonNode value, SettingsTable.Key key, String path) {
        ArrayNode checked = MAKE.arrayNode();
        if (value instanceof ObjectNode) {
            problem(path, "must be a list, as [a, b]");
            return checked;
        }
        Iterable<JsonNode> items = value instanceof ArrayNode list ? list : List.of(value);
        for (JsonNode item : items) {
            checked.add(
                    checkValue(item, key.elementType(), key, LocatedTree.join(path, Integer.toString(checked.size()))));
        }
        return checked;
    }

    private JsonNode checkMap(JsonNode value, SettingsTable.Key key, String path) {
        ObjectNode checked = MAKE.objectNode();
        if (!(value instanceof ObjectNode map)) {
            problem(path, "must map names to values, as {name: value}");
            return checked;
        }
        for (Map.Entry<String, JsonNode> entry : map.properties()) {
            checked.set(
                    entry.getKey(),
                    checkValue(entry.getValue(), key.elementType(), key, LocatedTree.join(path, entry.getKey())));
        }
        return checked;
    }

    private JsonNode checkValue(JsonNode value, Class<?> type, SettingsTable.Key key, String path) {
        if (type.isRecord() || type.isSealed()) {
            return section(value, type, path);
        }
        if (value.isContainerNode()) {
            problem(path, "must be a single value");
            return value;
        }
        String text = value.asText();
        if (type == String.class) {
            return MAKE.textNode(text);
        }
        if (type.isEnum()) {
            return checkWord(text, SettingsTable.choicesOf(type), path);
        }
        if (type == boolean.class || type == Boolean.class) {
            checkWord(text.toLowerCase(Locale.ROOT), List.of("true", "false"), path);
            return MAKE.booleanNode(text.equalsIgnoreCase("true"));
        }
        return checkNumber(text, type, key, path);
    }

    private JsonNode checkWord(String text, List<String> known, String path) {
        if (!known.contains(text)) {
            problem(path, "no such value: " + text + "; " + Nearest.hint(text, known));
        }
        return MAKE.textNode(text);
    }

    private JsonNode checkNumber(String text, Class<?> type, SettingsTable.Key key, String path) {
        boolean whole = type == int.class || type == Integer.class || type == long.class || type == Long.class;
        double number;
        try {
            number = Double.parseDouble(text.replace("_", ""));
        } catch (NumberFormatException e) {
            problem(path, "must be a number, was " + text + bounds(key));
            return MAKE.numberNode(0);
        }
        if (whole && number != Math.rint(number)) {
            problem(path, "must be a whole number, was " + text + bounds(key));
        } else if (!(number >= key.setting().min() && number <= key.setting().max())) {
            problem(path, "is out of range: " + text + bounds(key));
        }
        return whole ? MAKE.numberNode((long) number) : MAKE.numberNode(number);
    }

    private static String bounds(SettingsTable.Key key) {
        String range = key.range();
        String typical = key.setting().typical();
        String text = java.util.stream.Stream.of(
                        range.isEmpty() ? "" : "allowed: " + range, typical.isEmpty() ? "" : "typical: " + typical)
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining("; "));
        return text.isEmpty() ? "" : " (" + text + ")";
    }

    private void problem(String path, String reason) {
        problems.add(new Problem(path, source.line(path), reason));
    }
}
