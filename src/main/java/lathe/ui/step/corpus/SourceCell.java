package lathe.ui.step.corpus;

import java.util.function.IntConsumer;
import javafx.scene.control.ListCell;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import lathe.recipe.CorpusSource;
import lathe.ui.kit.Nodes;
import lathe.ui.kit.Texts;

/** A source in the list, with a way to take it out. */
final class SourceCell extends ListCell<CorpusSource> {
    private final Texts texts;
    private final IntConsumer remove;

    SourceCell(Texts texts, IntConsumer remove) {
        this.texts = texts;
        this.remove = remove;
        setPrefWidth(0);
    }

    @Override
    protected void updateItem(CorpusSource source, boolean empty) {
        super.updateItem(source, empty);
        if (empty || source == null) {
            setGraphic(null);
            return;
        }
        VBox words = new VBox(Nodes.label(source.source(), "field-label"), Nodes.label(source.path(), "faint"));
        words.setMinWidth(0);
        HBox.setHgrow(words, Priority.ALWAYS);
        HBox row =
                new HBox(words, Nodes.iconButton("fth-x", texts.get("corpus.remove"), () -> remove.accept(getIndex())));
        row.getStyleClass().add("row");
        setGraphic(row);
    }
}
