package lathe.ui.step.clean.rule;

import javafx.css.PseudoClass;
import javafx.scene.input.ClipboardContent;
import javafx.scene.input.DataFormat;
import javafx.scene.input.DragEvent;
import javafx.scene.input.Dragboard;
import javafx.scene.input.TransferMode;

/** Lets a rule be dragged to another place in the list; a line shows where it would go. */
final class RuleDrag {
    private static final PseudoClass ABOVE = PseudoClass.getPseudoClass("above");
    private static final PseudoClass BELOW = PseudoClass.getPseudoClass("below");
    private static final DataFormat ROW = new DataFormat("application/x-lathe-rule-row");

    private RuleDrag() {}

    static void on(RuleCell cell, RuleActions actions) {
        cell.setOnDragDetected(event -> {
            if (!cell.isEmpty()) {
                Dragboard board = cell.startDragAndDrop(TransferMode.MOVE);
                ClipboardContent content = new ClipboardContent();
                content.put(ROW, cell.getIndex());
                board.setContent(content);
                board.setDragView(cell.snapshot(null, null));
                event.consume();
            }
        });
        cell.setOnDragOver(event -> {
            if (event.getDragboard().hasContent(ROW)) {
                event.acceptTransferModes(TransferMode.MOVE);
                mark(cell, !cell.isEmpty() && isUpper(cell, event), cell.isEmpty() || !isUpper(cell, event));
                event.consume();
            }
        });
        cell.setOnDragExited(event -> mark(cell, false, false));
        cell.setOnDragDropped(event -> drop(cell, event, actions));
    }

    private static void drop(RuleCell cell, DragEvent event, RuleActions actions) {
        if (event.getDragboard().getContent(ROW) instanceof Integer row) {
            int rows = cell.getListView().getItems().size();
            int to = cell.isEmpty() ? rows : cell.getIndex() + (isUpper(cell, event) ? 0 : 1);
            event.setDropCompleted(true);
            event.consume();
            if (to != row && to != row + 1) {
                actions.moveTo(row, to);
            }
        }
    }

    private static boolean isUpper(RuleCell cell, DragEvent event) {
        return event.getY() < cell.getHeight() / 2;
    }

    private static void mark(RuleCell cell, boolean above, boolean below) {
        cell.pseudoClassStateChanged(ABOVE, above);
        cell.pseudoClassStateChanged(BELOW, below);
    }
}
