package lathe.ui.kit;

import java.io.File;
import java.util.List;
import java.util.function.Consumer;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.input.TransferMode;

/** Lets files be dropped on a node. */
public final class DropTarget {
    private static final PseudoClass OVER = PseudoClass.getPseudoClass("over");

    private DropTarget() {}

    /** Hands dropped files over. */
    public static void on(Node node, Consumer<List<File>> dropped) {
        node.setOnDragOver(event -> {
            if (event.getDragboard().hasFiles()) {
                event.acceptTransferModes(TransferMode.COPY);
            }
            event.consume();
        });
        node.setOnDragEntered(
                event -> node.pseudoClassStateChanged(OVER, event.getDragboard().hasFiles()));
        node.setOnDragExited(event -> node.pseudoClassStateChanged(OVER, false));
        node.setOnDragDropped(event -> {
            boolean has = event.getDragboard().hasFiles();
            if (has) {
                dropped.accept(event.getDragboard().getFiles());
            }
            event.setDropCompleted(has);
            event.consume();
        });
    }
}
