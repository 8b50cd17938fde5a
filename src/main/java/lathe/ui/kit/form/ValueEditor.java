package lathe.ui.kit.form;

import java.util.function.Consumer;
import javafx.scene.control.Control;
import org.jspecify.annotations.Nullable;

/** A control for one kind of value: shows what the recipe holds, and hands over what the user chose as YAML. */
interface ValueEditor {

    Control control();

    /** Shows a value of the recipe; null where the key is absent. */
    void show(@Nullable Object value);

    /** Whom to tell, with the value as YAML, when the user has chosen. */
    void onCommit(Consumer<String> listener);

    /** What stands in the control now, as the user typed it. */
    String typed();
}
