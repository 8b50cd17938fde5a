package lathe.ui.step.corpus;

import javafx.scene.control.ListView;
import javafx.scene.layout.VBox;
import lathe.data.Rejected;
import lathe.ui.kit.LedgerView;
import lathe.ui.kit.Nodes;
import lathe.ui.kit.ResultCard;
import lathe.ui.kit.Texts;
import org.jspecify.annotations.Nullable;

/** The account of an import, and the items that could not be read. */
public final class ImportCard extends VBox {
    private static final double LIST_HEIGHT = 160;

    private final ResultCard card = new ResultCard();
    private final LedgerView ledger = new LedgerView();
    private final ListView<Rejected> rejected = new ListView<>();

    public ImportCard() {
        rejected.setPrefHeight(LIST_HEIGHT);
        rejected.getStyleClass().add("plain-list");
        rejected.setId("rejected");
        card.getChildren().addAll(ledger, rejected);
        getChildren().add(card);
    }

    /** Shows the import of a view-model from now on. */
    void watch(CorpusViewModel model, Texts texts) {
        card.setTitle(texts.get("corpus.ledger"));
        card.setStaleText(texts.get("result.stale"));
        rejected.setCellFactory(list -> new RejectedCell(texts));
        model.importedProperty().addListener((property, before, now) -> show(now, texts));
        show(model.importedProperty().get(), texts);
    }

    private void show(@Nullable Imported imported, Texts texts) {
        Nodes.show(this, imported != null);
        if (imported != null) {
            card.show(true, !imported.current());
            ledger.show(
                    texts.get("corpus.kept"),
                    imported.ledger().kept(),
                    imported.ledger().rejected(),
                    reason -> texts.orElse("reason." + reason, reason));
            rejected.getItems().setAll(imported.rejected());
            Nodes.show(rejected, !imported.rejected().isEmpty());
        }
    }
}
