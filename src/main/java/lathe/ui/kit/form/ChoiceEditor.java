package lathe.ui.kit.form;

import java.util.List;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Control;
import javafx.util.StringConverter;
import lathe.recipe.SettingsTable;
import org.jspecify.annotations.Nullable;

/** One of a few words. */
final class ChoiceEditor implements ValueEditor {
    private final ComboBox<String> box = new ComboBox<>();
    private Consumer<String> listener = yaml -> {};
    private boolean showing;

    /**
     * An editor for a closed choice.
     *
     * @param words the words of the recipe
     * @param names how the user reads each
     */
    ChoiceEditor(List<String> words, UnaryOperator<String> names) {
        box.getItems().setAll(words);
        box.setMaxWidth(Double.MAX_VALUE);
        box.setConverter(new StringConverter<>() {
            @Override
            public String toString(String word) {
                return word == null ? "" : names.apply(word);
            }

            @Override
            public String fromString(String text) {
                return text;
            }
        });
        box.valueProperty().addListener((property, before, word) -> {
            if (!showing && word != null) {
                listener.accept(word);
            }
        });
    }

    @Override
    public Control control() {
        return box;
    }

    @Override
    public void show(@Nullable Object value) {
        showing = true;
        box.setValue(value instanceof Enum<?> constant ? SettingsTable.word(constant) : (String) value);
        showing = false;
    }

    @Override
    public void onCommit(Consumer<String> newListener) {
        listener = newListener;
    }

    @Override
    public String typed() {
        return String.valueOf(box.getValue());
    }
}
