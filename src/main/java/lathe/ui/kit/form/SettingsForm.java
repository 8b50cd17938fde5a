package lathe.ui.kit.form;

import java.util.ArrayList;
import java.util.List;
import javafx.beans.value.ChangeListener;
import javafx.beans.value.WeakChangeListener;
import javafx.scene.control.Button;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.VBox;
import lathe.recipe.Recipe;
import lathe.recipe.SettingsTable;
import lathe.ui.kit.Nodes;
import lathe.ui.kit.RecipeEditor;
import lathe.ui.kit.RecipeValues;
import lathe.ui.kit.Texts;
import org.kordamp.ikonli.javafx.FontIcon;

/**
 * The fields of one section of the recipe, drawn from the settings table; advanced ones are folded away, and counted
 * when they differ from their defaults.
 */
public final class SettingsForm extends VBox {
    private static final double TWO_COLUMNS_FROM = 480;

    private final Class<?> section;
    private final String prefix;
    private final RecipeEditor recipe;
    private final Texts texts;
    private final List<SettingField> folded = new ArrayList<>();
    private final List<SettingField> fields = new ArrayList<>();
    private final GridPane plain = new GridPane();
    private final GridPane advanced = new GridPane();
    private final Button fold = new Button();
    private final FontIcon arrow = new FontIcon("fth-chevron-right");
    private final ChangeListener<Recipe> listener = (property, before, now) -> show(now);

    /**
     * A form for some keys of a section.
     *
     * @param section the record that holds the keys
     * @param prefix where the section stands, as {@code train.1.lora}; empty for the recipe itself
     * @param keys what to show, in this order; empty for every single value of the section
     */
    public SettingsForm(Class<?> section, String prefix, RecipeEditor recipe, Texts texts, String... keys) {
        this.section = section;
        this.prefix = prefix;
        this.recipe = recipe;
        this.texts = texts;
        getStyleClass().add("settings-form");
        plain.getStyleClass().add("form-grid");
        advanced.getStyleClass().add("form-grid");
        fill(keys.length == 0 ? single() : chosen(keys));
        recipe.recipeProperty().addListener(new WeakChangeListener<>(listener));
        countFolded();
    }

    /** Its fields, folded ones included. */
    public List<SettingField> fields() {
        return List.copyOf(fields);
    }

    private void fill(List<SettingsTable.Key> keys) {
        for (SettingsTable.Key key : keys) {
            SettingField field = new SettingField(section, key, prefix, recipe, texts);
            fields.add(field);
            if (key.setting().advanced()) {
                folded.add(field);
            }
        }
        getChildren().add(plain);
        if (!folded.isEmpty()) {
            fold.setGraphic(arrow);
            fold.getStyleClass().addAll("flat", "fold-button");
            fold.setOnAction(event -> unfold(!advanced.isVisible()));
            getChildren().addAll(fold, advanced);
            unfold(folded.size() == fields.size());
        }
        arrange(true);
        widthProperty().addListener((property, before, now) -> arrange(now.doubleValue() >= TWO_COLUMNS_FROM));
    }

    private void show(Recipe now) {
        if (RecipeValues.section(now, prefix, section) != null) {
            fields.forEach(field -> field.show(now));
            countFolded();
        }
    }

    private void unfold(boolean open) {
        Nodes.show(advanced, open);
        arrow.setIconLiteral(open ? "fth-chevron-down" : "fth-chevron-right");
    }

    private void countFolded() {
        long changed = folded.stream().filter(SettingField::isChanged).count();
        fold.setText(changed == 0 ? texts.get("form.advanced") : texts.get("form.advancedChanged", changed));
    }

    /** The keys that one control can show: no sections, no maps. */
    private List<SettingsTable.Key> single() {
        return SettingsTable.keys(section).stream()
                .filter(SettingsForm::isSingle)
                .toList();
    }

    private static boolean isSingle(SettingsTable.Key key) {
        Class<?> type = key.rawType();
        boolean list = List.class.isAssignableFrom(type)
                && (key.elementType() == String.class
                        || key.elementType().isEnum()
                        || Number.class.isAssignableFrom(key.elementType()));
        return list
                || !(List.class.isAssignableFrom(type)
                        || java.util.Map.class.isAssignableFrom(type)
                        || type.isRecord()
                        || type.isInterface());
    }

    private List<SettingsTable.Key> chosen(String... keys) {
        return java.util.Arrays.stream(keys)
                .map(key -> SettingsTable.key(section, key))
                .toList();
    }

    /** Two columns where there is room for two, else one. */
    private void arrange(boolean two) {
        int columns = two ? 2 : 1;
        if (plain.getColumnConstraints().size() != columns) {
            place(
                    plain,
                    columns,
                    fields.stream().filter(field -> !folded.contains(field)).toList());
            place(advanced, columns, folded);
        }
    }

    private static void place(GridPane grid, int columns, List<SettingField> shown) {
        grid.getChildren().clear();
        grid.getColumnConstraints().clear();
        for (int i = 0; i < columns; i++) {
            ColumnConstraints column = new ColumnConstraints();
            column.setPercentWidth(100.0 / columns);
            grid.getColumnConstraints().add(column);
        }
        for (int i = 0; i < shown.size(); i++) {
            grid.add(shown.get(i), i % columns, i / columns);
        }
    }
}
