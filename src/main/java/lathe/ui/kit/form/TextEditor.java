package lathe.ui.kit.form;

import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import javafx.scene.control.Control;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import lathe.recipe.RecipeYaml;
import lathe.recipe.SettingsTable;
import lathe.ui.kit.Numbers;
import org.jspecify.annotations.Nullable;

/** A line of text: for words, for lists with commas, and for numbers, which it leaves as they were typed. */
final class TextEditor implements ValueEditor {

    /** What the text means. */
    enum Kind {
        WORD,
        LIST,
        NUMBERS,
        NUMBER
    }

    private final TextField field = new TextField();
    private final Kind kind;
    private Consumer<String> listener = yaml -> {};
    private @Nullable Object shown;
    private String shownText = "";

    TextEditor(Kind kind) {
        this.kind = kind;
        field.getStyleClass().add(kind == Kind.NUMBER ? "number-field" : "word-field");
        field.setOnAction(event -> commit());
        field.focusedProperty().addListener((property, before, focused) -> {
            if (!focused) {
                commit();
            }
        });
        if (kind == Kind.NUMBER) {
            field.setOnKeyPressed(event -> {
                if (event.getCode() == KeyCode.UP || event.getCode() == KeyCode.DOWN) {
                    step(event.getCode() == KeyCode.UP);
                }
            });
        }
    }

    @Override
    public Control control() {
        return field;
    }

    @Override
    public void show(@Nullable Object value) {
        shown = value;
        if (!means(value)) {
            field.setText(text(value));
        }
        shownText = field.getText();
    }

    @Override
    public void onCommit(Consumer<String> newListener) {
        listener = newListener;
    }

    @Override
    public String typed() {
        return field.getText().strip();
    }

    private void commit() {
        if (!field.getText().equals(shownText) && !means(shown)) {
            listener.accept(yaml());
        }
    }

    private String yaml() {
        if (typed().isEmpty()) {
            return kind == Kind.LIST || kind == Kind.NUMBERS ? "[]" : "null";
        }
        if (kind == Kind.NUMBERS) {
            return items().toString();
        }
        return kind == Kind.NUMBER ? typed() : RecipeYaml.write(kind == Kind.LIST ? items() : typed());
    }

    private List<String> items() {
        return Arrays.stream(typed().split("[,，、]", -1))
                .map(String::strip)
                .filter(item -> !item.isEmpty())
                .toList();
    }

    /** Whether what was typed already says this value, in whatever spelling. */
    private boolean means(@Nullable Object value) {
        if (value == null || typed().isEmpty()) {
            return value == null && typed().isEmpty();
        }
        if (value instanceof Number number) {
            return number.doubleValue() == parse(typed());
        }
        return value instanceof List<?> list ? isSame(list, items()) : value.equals(typed());
    }

    private static boolean isSame(List<?> list, List<String> typed) {
        boolean same = list.size() == typed.size();
        for (int i = 0; same && i < typed.size(); i++) {
            same = list.get(i) instanceof Number number
                    ? number.doubleValue() == parse(typed.get(i))
                    : item(list.get(i)).equals(typed.get(i));
        }
        return same;
    }

    private static String item(@Nullable Object value) {
        return value instanceof Enum<?> constant ? SettingsTable.word(constant) : text(value);
    }

    private void step(boolean up) {
        double now = parse(typed());
        if (!Double.isNaN(now)) {
            boolean whole = shown instanceof Integer || shown instanceof Long;
            double next = whole ? now + (up ? 1 : -1) : now * (up ? 1.25 : 0.8);
            field.setText(Numbers.typed(
                    whole
                            ? (Number) Math.round(next)
                            : Double.valueOf(String.format(java.util.Locale.ROOT, "%.3g", next))));
            commit();
        }
    }

    private static double parse(String text) {
        try {
            return Double.parseDouble(text.replace("_", ""));
        } catch (NumberFormatException e) {
            return Double.NaN;
        }
    }

    private static String text(@Nullable Object value) {
        if (value instanceof Number number) {
            return Numbers.typed(number);
        }
        if (value instanceof List<?> list) {
            return list.stream().map(TextEditor::item).collect(Collectors.joining(", "));
        }
        return value == null ? "" : value.toString();
    }
}
