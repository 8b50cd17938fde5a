package lathe.ui.step.export;

import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import lathe.recipe.SettingsTable;
import lathe.ui.kit.Nodes;
import lathe.ui.kit.Texts;
import org.kordamp.ikonli.javafx.FontIcon;

/** A format that was written, with its proof. */
final class ExportRow extends HBox {

    ExportRow(ExportItem item, Texts texts) {
        getStyleClass().add("row");
        FontIcon icon = new FontIcon(item.done() ? "fth-check-circle" : "fth-loader");
        icon.getStyleClass().add(item.done() ? "mark-done" : "mark-running");
        VBox words = new VBox(2);
        words.getChildren()
                .addAll(
                        Nodes.label(
                                texts.get("choice.ExportFormat." + SettingsTable.word(item.format())), "field-label"),
                        Nodes.wrapped(proof(item, texts), "quiet"),
                        Nodes.label(item.folder().toString(), "faint"));
        HBox.setHgrow(words, Priority.ALWAYS);
        getChildren().addAll(icon, words);
    }

    private static String proof(ExportItem item, Texts texts) {
        if (!item.done()) {
            return texts.get("export.writing");
        }
        return item.proof()
                .map(proof -> texts.get("export.proof", proof.agreeing(), proof.tokens(), proof.difference()) + " "
                        + texts.get("export.perplexity", proof.before(), proof.after()))
                .orElse(texts.get("export.done"));
    }
}
