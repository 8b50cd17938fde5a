package lathe.ui.step.clean.ledger;

import java.util.List;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import lathe.run.Ledger;
import lathe.ui.kit.Nodes;
import lathe.ui.kit.ResultCard;
import lathe.ui.kit.Texts;
import lathe.ui.step.clean.trial.Trial;
import org.jspecify.annotations.Nullable;

/** The account of the sample, and of the whole corpus where it was cleaned, each as a stream. */
public final class LedgerTab extends VBox {
    private final VBox sampleCard = new VBox();
    private final Label sampleTitle = Nodes.label("", "card-title");
    private final FlowPicture sample = new FlowPicture();
    private final ResultCard wholeCard = new ResultCard();
    private final FlowPicture whole = new FlowPicture();

    public LedgerTab() {
        getStyleClass().add("tab-body");
        sampleCard.getStyleClass().add("card");
        sampleCard.getChildren().addAll(sampleTitle, sample);
        whole.setId("flow-whole");
        wholeCard.getChildren().add(whole);
        VBox cards = new VBox(wholeCard, sampleCard);
        cards.getStyleClass().add("cards");
        ScrollPane scroll = new ScrollPane(cards);
        scroll.setFitToWidth(true);
        scroll.getStyleClass().add("pane-scroll");
        VBox.setVgrow(scroll, Priority.ALWAYS);
        getChildren().add(scroll);
    }

    /** Sets the words that do not change. */
    public void prepare(Texts texts) {
        wholeCard.setTitle(texts.get("clean.ledger"));
        wholeCard.setStaleText(texts.get("result.stale"));
        show(null, texts);
        show(null, List.of(), false, texts);
    }

    /** Shows the account of the sample, or none. */
    public void show(@Nullable Trial trial, Texts texts) {
        Nodes.show(sampleCard, trial != null);
        if (trial != null) {
            sampleTitle.setText(texts.get("clean.sample", trial.size()));
            sample.show(Flow.of(trial, label -> name(label, texts)), texts);
        }
    }

    /**
     * Shows the account of the whole corpus, or none.
     *
     * @param order the names of the rules as the recipe has them now
     * @param stale whether it is of earlier rules
     */
    public void show(@Nullable Ledger ledger, List<String> order, boolean stale, Texts texts) {
        wholeCard.show(ledger != null, stale);
        if (ledger != null) {
            whole.show(Flow.of(ledger.kept(), ledger.dropped(), order, label -> name(label, texts)), texts);
        }
    }

    private static String name(String label, Texts texts) {
        int dash = label.lastIndexOf('-');
        String other = dash < 0
                ? label
                : texts.orElse("rule." + label.substring(0, dash), label) + " " + label.substring(dash + 1);
        return texts.orElse("rule." + label, other);
    }
}
