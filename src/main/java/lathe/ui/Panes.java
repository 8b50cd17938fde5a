package lathe.ui;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import javafx.fxml.FXMLLoader;
import javafx.scene.Parent;

/** The steps' screens, each made when it is first looked at. */
final class Panes {
    private final Map<WizardStep, Parent> made = new EnumMap<>(WizardStep.class);
    private final PaneContext context;

    Panes(PaneContext context) {
        this.context = context;
    }

    Parent of(WizardStep step) {
        return made.computeIfAbsent(step, this::load);
    }

    private Parent load(WizardStep step) {
        FXMLLoader loader = new FXMLLoader(
                Objects.requireNonNull(Panes.class.getResource(step.fxml()), step.fxml()),
                context.texts().bundle());
        loader.setControllerFactory(this::controller);
        try {
            return loader.load();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Controllers are named by their screens; each takes the pane's context. */
    private Object controller(Class<?> type) {
        try {
            return type.getConstructor(PaneContext.class).newInstance(context);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(type + " needs a constructor for a PaneContext", e);
        }
    }
}
