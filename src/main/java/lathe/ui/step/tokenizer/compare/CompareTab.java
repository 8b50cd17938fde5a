package lathe.ui.step.tokenizer.compare;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextArea;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import lathe.run.Event;
import lathe.ui.kit.EmptyState;
import lathe.ui.kit.FailureCard;
import lathe.ui.kit.Nodes;
import lathe.ui.kit.Texts;
import lathe.ui.kit.TokenFlow;
import lathe.ui.step.tokenizer.attempt.CutFigures;
import lathe.ui.step.tokenizer.attempt.TryViewModel;
import org.jspecify.annotations.Nullable;

/** A text in the tokens of two tokenizers, and what their vocabularies share. */
public final class CompareTab extends VBox {
    private static final int ROWS = 3;

    private final EmptyState empty = new EmptyState();
    private final FailureCard problem = new FailureCard();
    private final Button other = new Button();
    private final Label name = Nodes.label("", "quiet");
    private final TextArea text = new TextArea();
    private final Label shared = Nodes.wrapped("", "quiet");
    private final FlowPane onlyHere = new FlowPane(4, 4);
    private final FlowPane onlyThere = new FlowPane(4, 4);
    private final VBox cards = new VBox();
    private final VBox body = new VBox(12);

    public CompareTab() {
        getStyleClass().add("tab-body");
        other.getStyleClass().add("small");
        text.setPrefRowCount(ROWS);
        text.setWrapText(true);
        text.setMinHeight(USE_PREF_SIZE);
        cards.getStyleClass().add("cards");
        shared.setId("compare-shared");
        ScrollPane scroll = new ScrollPane(cards);
        scroll.setFitToWidth(true);
        scroll.getStyleClass().add("pane-scroll");
        VBox.setVgrow(scroll, Priority.ALWAYS);
        VBox.setVgrow(body, Priority.ALWAYS);
        HBox bar = new HBox(8, other, name);
        bar.getStyleClass().add("row");
        body.getChildren().addAll(bar, text, scroll);
        getChildren().addAll(problem, empty, body);
    }

    /**
     * Shows a view-model from now on.
     *
     * @param ask asks for the folder of the other tokenizer
     */
    public void watch(CompareViewModel model, Texts texts, Supplier<Optional<Path>> ask) {
        Runnable choose = () -> ask.get().ifPresent(model::open);
        empty.setIcon("fth-columns");
        empty.setTitle(texts.get("tokenizer.compare.empty.title"));
        empty.setText(texts.get("tokenizer.compare.empty.text"));
        empty.setAction(texts.get("tokenizer.compare.choose"));
        empty.setOnAction(event -> choose.run());
        other.setText(texts.get("tokenizer.compare.other"));
        other.setOnAction(event -> choose.run());
        text.textProperty().bindBidirectional(model.first().textProperty());
        cards.getChildren()
                .setAll(
                        card(texts.get("tokenizer.compare.here"), side(model.first(), texts)),
                        card(texts.get("tokenizer.compare.there"), side(model.second(), texts)),
                        card(texts.get("tokenizer.compare.vocabularies"), shared),
                        card(texts.get("tokenizer.compare.only-here"), onlyHere),
                        card(texts.get("tokenizer.compare.only-there"), onlyThere));
        model.problemProperty()
                .addListener((property, before, now) ->
                        problem.showOrHide(now == null ? null : Event.Failed.of(now), texts));
        model.otherProperty().addListener((property, before, now) -> {
            Path folder = now == null ? null : now.folder().getFileName();
            name.setText(folder == null ? "" : folder.toString());
        });
        model.besideProperty().addListener((property, before, now) -> show(now, texts));
        problem.showOrHide(null, texts);
        show(model.besideProperty().get(), texts);
    }

    private static VBox side(TryViewModel model, Texts texts) {
        CutFigures figures = new CutFigures();
        TokenFlow tokens = new TokenFlow();
        figures.name(texts);
        model.cutProperty().addListener((property, before, now) -> {
            if (now != null) {
                figures.show(now);
                tokens.show(now.text(), now.tokens());
            }
        });
        return new VBox(8, figures, tokens);
    }

    private static VBox card(String title, Node content) {
        VBox card = new VBox(Nodes.label(title, "card-title"), content);
        card.getStyleClass().add("card");
        return card;
    }

    private void show(@Nullable Beside beside, Texts texts) {
        Nodes.show(empty, beside == null);
        Nodes.show(body, beside != null);
        if (beside != null) {
            shared.setText(texts.get(
                    "tokenizer.compare.shared",
                    beside.overlap().shared(),
                    beside.overlap().onlyFirst().size(),
                    beside.overlap().onlySecond().size(),
                    String.format(Locale.ROOT, "%.3f", beside.overlap().jaccard())));
            fill(onlyHere, beside.onlyHere());
            fill(onlyThere, beside.onlyThere());
        }
    }

    private static void fill(FlowPane flow, List<String> pieces) {
        flow.getChildren()
                .setAll(pieces.stream()
                        .map(piece -> Nodes.label(piece, "token", "token-2"))
                        .toList());
    }
}
