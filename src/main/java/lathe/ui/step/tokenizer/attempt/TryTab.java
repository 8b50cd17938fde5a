package lathe.ui.step.tokenizer.attempt;

import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextArea;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import lathe.ui.kit.EmptyState;
import lathe.ui.kit.Nodes;
import lathe.ui.kit.Texts;
import lathe.ui.kit.TokenFlow;
import org.jspecify.annotations.Nullable;

/** A box for any text, and its tokens below. */
public final class TryTab extends VBox {
    private static final int ROWS = 4;

    private final EmptyState empty = new EmptyState();
    private final CutFigures figures = new CutFigures();
    private final TextArea text = new TextArea();
    private final TokenFlow tokens = new TokenFlow();
    private final VBox body = new VBox(12);

    public TryTab() {
        getStyleClass().add("tab-body");
        text.setId("try-text");
        tokens.setId("try-tokens");
        text.setPrefRowCount(ROWS);
        text.setWrapText(true);
        text.setMinHeight(USE_PREF_SIZE);
        ScrollPane scroll = new ScrollPane(tokens);
        scroll.setFitToWidth(true);
        scroll.getStyleClass().add("pane-scroll");
        VBox.setVgrow(scroll, Priority.ALWAYS);
        VBox.setVgrow(body, Priority.ALWAYS);
        body.getChildren().addAll(figures, text, scroll);
        getChildren().addAll(empty, body);
    }

    /** Shows a view-model from now on. */
    public void watch(TryViewModel model, Texts texts) {
        empty.setIcon("fth-scissors");
        empty.setTitle(texts.get("tokenizer.empty.title"));
        empty.setText(texts.get("tokenizer.empty.text"));
        figures.name(texts);
        text.setPromptText(texts.get("tokenizer.try.prompt"));
        body.getChildren().add(Nodes.wrapped(texts.get("tokenizer.try.note"), "card-note"));
        text.textProperty().bindBidirectional(model.textProperty());
        text.setText(texts.get("tokenizer.try.example"));
        model.cutProperty().addListener((property, before, now) -> show(now));
        show(model.cutProperty().get());
    }

    private void show(@Nullable Cut cut) {
        Nodes.show(empty, cut == null);
        Nodes.show(body, cut != null);
        if (cut != null) {
            tokens.show(cut.text(), cut.tokens());
            figures.show(cut);
        }
    }
}
