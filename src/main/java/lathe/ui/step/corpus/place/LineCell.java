package lathe.ui.step.corpus.place;

import javafx.css.PseudoClass;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.layout.HBox;
import lathe.ui.kit.Nodes;

/** A line of a file with its number; the one that was asked for stands out. */
final class LineCell extends ListCell<String> {
    private static final PseudoClass MARKED = PseudoClass.getPseudoClass("marked");

    private final long first;
    private final long marked;

    LineCell(long first, long marked) {
        this.first = first;
        this.marked = marked;
        setPrefWidth(0);
    }

    @Override
    protected void updateItem(String line, boolean empty) {
        super.updateItem(line, empty);
        boolean shown = !empty && line != null;
        long number = first + getIndex();
        pseudoClassStateChanged(MARKED, shown && number == marked);
        if (!shown) {
            setGraphic(null);
            return;
        }
        Label place = Nodes.label(String.valueOf(number), "line-number");
        // the marked line is shown whole, those around it only say where one is
        Label words = number == marked ? Nodes.wrapped(line, "line-text") : Nodes.label(line, "line-text");
        HBox row = new HBox(place, words);
        row.getStyleClass().add("line-row");
        setGraphic(row);
    }
}
