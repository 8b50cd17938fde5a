package lathe.ui.step.model;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import lathe.recipe.GuardSettings;
import lathe.recipe.LoraSettings;
import lathe.recipe.LossSettings;
import lathe.recipe.RecipeYaml;
import lathe.recipe.SettingsTable;
import lathe.recipe.StagePreset;
import lathe.recipe.TrainStage;
import lathe.ui.kit.RecipeEditor;
import lathe.ui.kit.Texts;
import lathe.ui.kit.form.Sections;

/**
 * What a preset did to a stage.
 *
 * @param index the stage's
 * @param before the stage as it was
 * @param editor holds the stage as it is
 */
record PresetChanges(int index, StagePreset preset, TrainStage before, RecipeEditor editor) {
    private static final Map<String, Class<?>> SECTIONS =
            Map.of("lora", LoraSettings.class, "loss", LossSettings.class, "guards", GuardSettings.class);

    /** The edits of the recipe that bring a preset's values into a stage. */
    static Map<String, String> edits(int index, StagePreset preset) {
        String stage = "train." + index + ".";
        Map<String, String> edits = new LinkedHashMap<>();
        edits.put(stage + "preset", SettingsTable.word(preset));
        // one of the two is given, and takes the other away
        edits.put(stage + "steps", "null");
        edits.put(stage + "epochs", "null");
        preset.settings().forEach((path, yaml) -> edits.put(stage + path, yaml));
        return edits;
    }

    /** Path of a setting in the stage, as {@code lora.r}, to its value before and now. */
    Map<String, String> changed() {
        Map<String, String> were = flat(before);
        Map<String, String> are = flat(editor.recipe().train().get(index));
        Map<String, String> changed = new LinkedHashMap<>();
        List<String> paths = new ArrayList<>(preset.settings().keySet());
        paths.add(0, "steps");
        paths.add(1, "epochs");
        for (String path : paths) {
            String was = were.getOrDefault(path, "–");
            String is = are.getOrDefault(path, "–");
            if (!was.equals(is)) {
                changed.put(path, was + " → " + is);
            }
        }
        return changed;
    }

    private static Map<String, String> flat(TrainStage stage) {
        Map<String, String> values = new LinkedHashMap<>();
        RecipeYaml.tree(stage).properties().forEach(entry -> {
            if (entry.getValue().isObject()) {
                entry.getValue()
                        .properties()
                        .forEach(inner -> values.put(
                                entry.getKey() + "." + inner.getKey(),
                                inner.getValue().toString()));
            } else {
                values.put(entry.getKey(), entry.getValue().asText());
            }
        });
        return values;
    }

    /** The changes as a sentence, settings by their names in the user's language. */
    String sentence(Texts texts) {
        String name = texts.get("choice.StagePreset." + SettingsTable.word(preset));
        Map<String, String> changed = changed();
        if (changed.isEmpty()) {
            return texts.get("model.preset.same", name);
        }
        List<String> parts = new ArrayList<>();
        changed.forEach((path, change) -> parts.add(texts.get(textKey(path)) + " " + change));
        return texts.get("model.preset.changed", name, String.join(", ", parts));
    }

    private static String textKey(String path) {
        int dot = path.indexOf('.');
        Class<?> section = dot < 0 ? TrainStage.class : SECTIONS.getOrDefault(path.substring(0, dot), TrainStage.class);
        return Sections.textKey(section, SettingsTable.key(section, path.substring(dot + 1)));
    }
}
