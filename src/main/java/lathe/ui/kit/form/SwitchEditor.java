package lathe.ui.kit.form;

import atlantafx.base.controls.ToggleSwitch;
import java.util.function.Consumer;
import javafx.scene.control.Control;
import org.jspecify.annotations.Nullable;

/** Yes or no. */
final class SwitchEditor implements ValueEditor {
    private final ToggleSwitch toggle = new ToggleSwitch();
    private Consumer<String> listener = yaml -> {};
    private boolean showing;

    SwitchEditor() {
        toggle.selectedProperty().addListener((property, before, on) -> {
            if (!showing) {
                listener.accept(on.toString());
            }
        });
    }

    @Override
    public Control control() {
        return toggle;
    }

    @Override
    public void show(@Nullable Object value) {
        showing = true;
        toggle.setSelected(Boolean.TRUE.equals(value));
        showing = false;
    }

    @Override
    public void onCommit(Consumer<String> newListener) {
        listener = newListener;
    }

    @Override
    public String typed() {
        return Boolean.toString(toggle.isSelected());
    }
}
