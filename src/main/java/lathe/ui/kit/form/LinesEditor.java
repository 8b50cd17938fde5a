package lathe.ui.kit.form;

import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import javafx.scene.control.Control;
import javafx.scene.control.TextArea;
import lathe.recipe.RecipeYaml;
import org.jspecify.annotations.Nullable;

/** A list whose items may hold commas: one a line. */
final class LinesEditor implements ValueEditor {
    private static final int ROWS = 4;

    private final TextArea area = new TextArea();
    private Consumer<String> listener = yaml -> {};
    private String shown = "";

    LinesEditor() {
        area.setPrefRowCount(ROWS);
        area.focusedProperty().addListener((property, before, focused) -> {
            if (!focused && !typed().equals(shown)) {
                listener.accept(items().isEmpty() ? "[]" : RecipeYaml.write(items()));
            }
        });
    }

    @Override
    public Control control() {
        return area;
    }

    @Override
    public void show(@Nullable Object value) {
        shown = value instanceof List<?> list
                ? list.stream().map(String::valueOf).collect(Collectors.joining("\n"))
                : "";
        if (!typed().equals(shown)) {
            area.setText(shown);
        }
    }

    @Override
    public void onCommit(Consumer<String> newListener) {
        listener = newListener;
    }

    @Override
    public String typed() {
        return area.getText().strip();
    }

    private List<String> items() {
        return typed().lines()
                .map(String::strip)
                .filter(line -> !line.isEmpty())
                .toList();
    }
}
