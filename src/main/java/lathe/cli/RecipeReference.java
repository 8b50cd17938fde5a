package lathe.cli;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import java.util.ArrayList;
import java.util.List;
import lathe.recipe.Recipe;
import lathe.recipe.SettingsTable;

/** The reference of all recipe keys, made from the settings table. */
final class RecipeReference {
    private static final int HELP_COLUMN = 34;
    private static final int WIDTH = 118;

    private final List<String> lines = new ArrayList<>();

    private RecipeReference() {}

    /** The reference as lines. */
    static List<String> lines() {
        RecipeReference reference = new RecipeReference();
        reference.section(Recipe.class, "");
        return reference.lines;
    }

    private void section(Class<?> section, String indent) {
        for (Class<?> variant : SettingsTable.variants(section)) {
            if (section.isSealed()) {
                lines.add(indent + "- " + variantName(section, variant) + ":");
            }
            String deeper = section.isSealed() ? indent + "    " : indent;
            SettingsTable.keys(variant).forEach(key -> key(key, deeper));
        }
    }

    private void key(SettingsTable.Key key, String indent) {
        entry(indent + key.key(), value(key) + key.setting().help());
        Class<?> inner = List.class.isAssignableFrom(key.rawType()) ? key.elementType() : key.rawType();
        if (inner.isRecord() || inner.isSealed()) {
            section(inner, indent + "  ");
        }
    }

    /** Choices, range and default in brackets, as far as there are any. */
    private static String value(SettingsTable.Key key) {
        List<String> parts = new ArrayList<>();
        if (!key.choices().isEmpty()) {
            parts.add(String.join("|", key.choices()));
        }
        if (!key.range().isEmpty()) {
            parts.add(key.range());
        }
        String def = key.defaultYaml();
        if (key.required()) {
            parts.add("required");
        } else if (def != null && !def.equals("{}") && !def.equals("[]")) {
            parts.add("default " + def);
        }
        return parts.isEmpty() ? "" : "[" + String.join("; ", parts) + "] ";
    }

    private static String variantName(Class<?> section, Class<?> variant) {
        for (JsonSubTypes.Type type : section.getAnnotation(JsonSubTypes.class).value()) {
            if (type.value() == variant && !type.name().isEmpty()) {
                return "rule: " + type.name();
            }
        }
        return "with " + SettingsTable.keys(variant).get(0).key();
    }

    private void entry(String name, String help) {
        StringBuilder line = new StringBuilder(String.format("%-" + (HELP_COLUMN - 1) + "s ", name));
        for (String word : help.split(" ", -1)) {
            if (line.length() + word.length() > WIDTH) {
                lines.add(line.toString().stripTrailing());
                line = new StringBuilder(" ".repeat(HELP_COLUMN));
            }
            line.append(word).append(' ');
        }
        lines.add(line.toString().stripTrailing());
    }
}
