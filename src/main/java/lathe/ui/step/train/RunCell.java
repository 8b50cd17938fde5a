package lathe.ui.step.train;

import java.util.Locale;
import javafx.scene.control.ListCell;
import lathe.ui.kit.Nodes;
import lathe.ui.kit.Texts;

/** A run in the list: its name and how it stands. */
final class RunCell extends ListCell<RunItem> {
    private final Texts texts;

    RunCell(Texts texts) {
        this.texts = texts;
    }

    @Override
    protected void updateItem(RunItem item, boolean empty) {
        super.updateItem(item, empty);
        if (empty || item == null) {
            setGraphic(null);
            return;
        }
        String style = "chip-" + item.state().name().toLowerCase(Locale.ROOT);
        setGraphic(Nodes.spread(
                Nodes.label(item.run().name()), Nodes.label(texts.get("run." + item.state()), "chip", style)));
    }
}
