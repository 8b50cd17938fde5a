package lathe.pipeline;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import lathe.recipe.RecipeException;
import lathe.recipe.RecipeYaml;
import lathe.recipe.Rule;
import org.jspecify.annotations.Nullable;

/** The files that cleaning rules name: word lists, models, test sets. Whatever is there under its name is one. */
final class RuleFiles {
    private RuleFiles() {}

    /** The rule with the files that it names relative to a folder made absolute; names of built-in lists stay. */
    static Rule absolute(Rule rule, Path folder) {
        ObjectNode tree = RecipeYaml.tree(rule);
        boolean changed = false;
        for (Map.Entry<String, JsonNode> setting : tree.properties()) {
            JsonNode now = absolute(setting.getValue(), folder);
            changed |= !now.equals(setting.getValue());
            setting.setValue(now);
        }
        return changed ? read(tree) : rule;
    }

    private static JsonNode absolute(JsonNode value, Path folder) {
        if (value.isArray()) {
            ArrayNode all = JsonNodeFactory.instance.arrayNode();
            value.forEach(element -> all.add(absolute(element, folder)));
            return all;
        }
        Path file = value.isTextual() ? file(value.textValue(), folder) : null;
        return file == null ? value : TextNode.valueOf(file.toString());
    }

    private static Rule read(ObjectNode tree) {
        try {
            ObjectNode all = JsonNodeFactory.instance.objectNode();
            all.putArray("rules").add(tree);
            return RecipeYaml.readRules(all.toString()).get(0);
        } catch (RecipeException e) {
            throw new IllegalStateException("a rule that was read before", e);
        }
    }

    /** The files that a rule names, their paths absolute. */
    static List<Path> of(Rule rule) {
        List<Path> files = new ArrayList<>();
        RecipeYaml.tree(rule).forEach(value -> collect(value, files));
        return files;
    }

    private static void collect(JsonNode value, List<Path> files) {
        if (value.isArray()) {
            value.forEach(element -> collect(element, files));
        } else if (value.isTextual() && !value.textValue().isBlank()) {
            Path file = path(value.textValue());
            if (file != null && file.isAbsolute() && Files.exists(file)) {
                files.add(file);
            }
        }
    }

    private static @Nullable Path file(String name, Path folder) {
        Path path = name.isBlank() ? null : path(name);
        Path file = path == null ? null : folder.resolve(path).toAbsolutePath().normalize();
        return file != null && (Files.isRegularFile(file) || isModel(file)) ? file : null;
    }

    private static boolean isModel(Path folder) {
        return Files.isRegularFile(folder.resolve("config.json"))
                || Files.isRegularFile(folder.resolve("tokenizer.json"));
    }

    private static @Nullable Path path(String name) {
        try {
            return Path.of(name);
        } catch (InvalidPathException e) {
            return null; // a word or a pattern
        }
    }
}
