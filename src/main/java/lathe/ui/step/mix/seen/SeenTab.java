package lathe.ui.step.mix.seen;

import java.util.List;
import javafx.animation.PauseTransition;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.StringBinding;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.util.Duration;
import lathe.run.Event;
import lathe.text.chat.Seen.SeenToken;
import lathe.ui.PaneContext;
import lathe.ui.kit.EmptyState;
import lathe.ui.kit.FailureCard;
import lathe.ui.kit.Nodes;
import lathe.ui.kit.Segments;
import lathe.ui.kit.Texts;
import lathe.ui.seen.Reading;
import lathe.ui.step.mix.seen.flow.SeenText;
import org.jspecify.annotations.Nullable;

/** A record as the model will see it, beside the settings that decide that. */
public final class SeenTab extends HBox {
    private static final double PATIENCE_MILLIS = 400;

    private final EmptyState empty = new EmptyState();
    private final FailureCard problem = new FailureCard();
    private final Segments view = new Segments();
    private final SeenText text = new SeenText();
    private final Label token = Nodes.label("", "quiet");
    private final Label busy = Nodes.label("", "chip", "chip-running");
    private final PauseTransition patience = new PauseTransition(Duration.millis(PATIENCE_MILLIS));
    private final VBox record = new VBox(10);

    public SeenTab() {
        getStyleClass().addAll("tab-body", "columns");
        token.setId("seen-token");
        record.setId("seen");
        HBox.setHgrow(record, Priority.ALWAYS);
        VBox.setVgrow(text, Priority.ALWAYS);
        record.setMinWidth(0);
        Nodes.show(busy, false);
    }

    /** Shows a view-model from now on. */
    public void watch(SeenViewModel model, PaneContext context) {
        Texts texts = context.texts();
        SeenHead head = new SeenHead(texts, text::showEnd);
        VBox body = new VBox(10, bar(model, texts), head, text, token);
        VBox.setVgrow(body, Priority.ALWAYS);
        record.getChildren().setAll(problem, busy, empty, body);
        getChildren().setAll(new StageSide(model, context.editor(), texts), record);
        StringBinding words = Bindings.createStringBinding(
                () -> words(model.readingProperty().get(), text.tokenProperty().get(), texts),
                text.tokenProperty(),
                model.readingProperty());
        text.prepare(texts, words);
        token.textProperty().bind(words);
        model.readingProperty().addListener((property, before, now) -> {
            Nodes.show(body, now != null);
            text.show(now);
            if (now != null) {
                head.show(now);
            }
        });
        Nodes.show(body, false);
        model.missingProperty().addListener((property, before, now) -> show(now, context));
        show(model.missingProperty().get(), context);
        busy.setText(texts.get("seen.busy"));
        patience.setOnFinished(event -> Nodes.show(busy, true));
        model.busyProperty().addListener((property, before, now) -> wait(now));
        model.problemProperty()
                .addListener((property, before, now) ->
                        problem.showOrHide(now == null ? null : Event.Failed.of(now), texts));
    }

    /** Most records are there before anybody could read that they are coming. */
    private void wait(boolean forRecord) {
        patience.stop();
        Nodes.show(busy, false);
        if (forRecord) {
            patience.playFromStart();
        }
    }

    private HBox bar(SeenViewModel model, Texts texts) {
        view.fill(List.of(texts.get("seen.view.text"), texts.get("seen.view.tokens")));
        view.select(0);
        view.onChoose(index -> text.setChips(index == 1));
        view.setMinWidth(Region.USE_PREF_SIZE);
        return Nodes.spread(new RecordBar(model, texts), view);
    }

    private void show(@Nullable Missing missing, PaneContext context) {
        Nodes.show(empty, missing != null);
        if (missing != null) {
            Texts texts = context.texts();
            empty.setIcon(missing.icon());
            empty.setTitle(texts.get("seen.empty." + missing + ".title"));
            empty.setText(texts.get("seen.empty." + missing + ".text"));
            empty.setAction(texts.get("seen.empty." + missing + ".action"));
            empty.setOnAction(event -> context.go().accept(missing.step()));
        }
    }

    /** What there is to say of a token. */
    private static String words(@Nullable Reading reading, int token, Texts texts) {
        if (reading == null || token < 0 || token >= reading.size()) {
            return texts.get("seen.token.none");
        }
        SeenToken seen = reading.seen().tokens().get(token);
        String fate = reading.isCut(token)
                ? "cut"
                : reading.isLearned(token) ? "learned" : reading.isFirst(token) ? "first" : "given";
        String special = reading.isSpecial(token) ? "  ·  " + texts.get("seen.legend.special") : "";
        String what = texts.get("seen.token." + fate) + special;
        return texts.get("seen.token", token + 1, Integer.toString(seen.id()), seen.piece(), what);
    }
}
