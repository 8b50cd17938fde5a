package lathe.ui.kit.form;

import java.util.List;
import java.util.Map;
import java.util.Set;
import javafx.css.PseudoClass;
import javafx.scene.control.Button;
import javafx.scene.control.Control;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import lathe.recipe.Recipe;
import lathe.recipe.RecipeException;
import lathe.recipe.SettingsTable;
import lathe.ui.kit.Nodes;
import lathe.ui.kit.RecipeEditor;
import lathe.ui.kit.RecipeValues;
import lathe.ui.kit.Texts;
import org.jspecify.annotations.Nullable;

/** One setting: its name, its control, what it does to the result, and what is wrong with what was typed. */
public final class SettingField extends VBox {
    private static final PseudoClass WRONG = PseudoClass.getPseudoClass("error");
    /** Lists whose items may hold commas. */
    private static final Set<String> SENTENCES = Set.of("prompts", "words");

    private static final Map<String, String> EITHER = Map.of("steps", "epochs", "epochs", "steps");

    private final SettingsTable.Key key;
    private final String path;
    private final RecipeEditor recipe;
    private final ValueEditor editor;
    private final FieldProblems problems;
    private final Button reset;
    private final Label standard;
    private final Label problem = Nodes.wrapped("", "field-problem");

    SettingField(Class<?> section, SettingsTable.Key key, String prefix, RecipeEditor recipe, Texts texts) {
        this.key = key;
        this.path = prefix.isEmpty() ? key.key() : prefix + "." + key.key();
        this.recipe = recipe;
        String textKey = Sections.textKey(section, key);
        editor = editorFor(key, texts);
        problems = new FieldProblems(texts, key, textKey);
        reset = Nodes.iconButton("fth-rotate-ccw", texts.get("field.reset", defaultWords(texts)), this::reset);
        reset.getStyleClass().add("reset-button");
        standard = Nodes.label(texts.get("field.default"), "field-default");
        Control control = editor.control();
        control.setMaxWidth(Double.MAX_VALUE);
        control.setId(path.replace('.', '-'));
        control.setTooltip(new Tooltip(path));
        getStyleClass().add("setting-field");
        getChildren().setAll(head(texts.get(textKey)), control, problem, help(texts.get(textKey + ".help")));
        Nodes.show(problem, false);
        editor.onCommit(this::commit);
        show(recipe.recipe());
    }

    /** The path of its key, as {@code train.0.lora.r}. */
    public String path() {
        return path;
    }

    /** Shows what the recipe holds now. */
    void show(Recipe now) {
        Object value = RecipeValues.at(now, path);
        editor.show(value);
        boolean changed = isChanged(value);
        Nodes.show(reset, changed && !key.required());
        Nodes.show(standard, !changed && !key.required() && key.defaultYaml() != null);
        complain("");
    }

    /** Whether the recipe holds another value than the default. */
    boolean isChanged() {
        return isChanged(RecipeValues.at(recipe.recipe(), path));
    }

    private boolean isChanged(@Nullable Object value) {
        return SettingDefaults.differs(key, value);
    }

    private HBox head(String name) {
        Label label = Nodes.label(name, "field-label");
        label.setLabelFor(editor.control());
        HBox head = Nodes.spread(label, standard);
        head.getChildren().add(reset);
        head.getStyleClass().add("field-head");
        return head;
    }

    private static Label help(String words) {
        return Nodes.wrapped(words, "field-help");
    }

    private void commit(String yaml) {
        try {
            recipe.set(edits(yaml));
            complain("");
        } catch (RecipeException e) {
            complain(problems.sentence(e.problems(), editor.typed()));
        }
    }

    /** Steps and epochs exclude each other: setting one takes the other away. */
    private Map<String, String> edits(String yaml) {
        String other = EITHER.get(key.key());
        if (other == null || yaml.equals("null")) {
            return Map.of(path, yaml);
        }
        String parent = path.substring(0, path.lastIndexOf('.') + 1);
        return Map.of(path, yaml, parent + other, "null");
    }

    private void reset() {
        String standardYaml = key.defaultYaml();
        commit(standardYaml == null ? "null" : standardYaml);
        show(recipe.recipe());
    }

    private void complain(String sentence) {
        problem.setText(sentence);
        Nodes.show(problem, !sentence.isEmpty());
        editor.control().pseudoClassStateChanged(WRONG, !sentence.isEmpty());
    }

    private String defaultWords(Texts texts) {
        String yaml = key.defaultYaml();
        return yaml == null ? texts.get("field.none") : yaml.equals("[]") ? texts.get("field.empty") : yaml;
    }

    private static ValueEditor editorFor(SettingsTable.Key key, Texts texts) {
        Class<?> type = key.rawType();
        if (type == boolean.class || type == Boolean.class) {
            return new SwitchEditor();
        }
        if (type.isEnum()) {
            return new ChoiceEditor(
                    key.choices(), word -> texts.orElse("choice." + type.getSimpleName() + "." + word, word));
        }
        if (List.class.isAssignableFrom(type)) {
            boolean numbers = Number.class.isAssignableFrom(key.elementType());
            return SENTENCES.contains(key.key())
                    ? new LinesEditor()
                    : new TextEditor(numbers ? TextEditor.Kind.NUMBERS : TextEditor.Kind.LIST);
        }
        return new TextEditor(type == String.class ? TextEditor.Kind.WORD : TextEditor.Kind.NUMBER);
    }
}
