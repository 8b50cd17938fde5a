package lathe.ui.step.mix.seen;

import java.util.List;
import java.util.Locale;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import lathe.recipe.TrainStage.Task;
import lathe.run.Event;
import lathe.ui.kit.FailureCard;
import lathe.ui.kit.Figure;
import lathe.ui.kit.Nodes;
import lathe.ui.kit.Numbers;
import lathe.ui.kit.Texts;
import lathe.ui.seen.Reading;
import org.kordamp.ikonli.javafx.FontIcon;

/** How many tokens a record has, how many the model gets, how many it learns; and what is wrong with that. */
final class SeenHead extends VBox {
    private final Texts texts;
    private final Figure tokens;
    private final Figure within;
    private final Figure learned;
    private final Hyperlink end;
    private final Label record = Nodes.label("", "quiet");
    private final Label packed;
    private final Label quoted = Nodes.wrapped("", "seen-warning");
    private final FailureCard nothing = new FailureCard();

    SeenHead(Texts texts, Runnable toEnd) {
        this.texts = texts;
        tokens = new Figure(texts.get("seen.figure.tokens"));
        within = new Figure(texts.get("seen.figure.within"));
        learned = new Figure(texts.get("seen.figure.learned"));
        tokens.setId("seen-tokens");
        within.setId("seen-within");
        learned.setId("seen-learned");
        end = new Hyperlink(texts.get("seen.toEnd"));
        end.setOnAction(event -> toEnd.run());
        packed = Nodes.wrapped(texts.get("seen.packed"), "card-note");
        quoted.setGraphic(new FontIcon("fth-alert-triangle"));
        quoted.setId("seen-quoted");
        nothing.setId("seen-nothing");
        record.setId("seen-record");
        HBox figures = new HBox(tokens, within, learned, end);
        figures.getStyleClass().addAll("figures", "seen-figures");
        getStyleClass().add("seen-head");
        getChildren().addAll(record, figures, packed, quoted, nothing);
    }

    void show(Reading reading) {
        int all = reading.size();
        int seen = reading.seen().seen();
        int counted = reading.learned();
        record.setText(texts.get("seen.record", reading.source(), reading.seen().record()));
        tokens.set(Numbers.whole(all));
        within.set(Numbers.whole(seen));
        learned.set(Numbers.whole(counted) + share(counted, seen));
        Nodes.show(end, seen < all);
        Nodes.show(packed, reading.task() == Task.PRETRAIN);
        int quotes = reading.seen().quotedTokens();
        Nodes.show(quoted, quotes > 0);
        quoted.setText(texts.get(reading.quotesStayText() ? "seen.quoted.text" : "seen.quoted.tokens", quotes));
        nothing.showOrHide(counted == 0 ? nothing(reading) : null, texts);
    }

    private static String share(int part, int whole) {
        return part == 0 ? "" : String.format(Locale.ROOT, " · %.0f %%", 100.0 * part / whole);
    }

    private Event.Failed nothing(Reading reading) {
        return switch (reading.nothing()) {
            case CUT ->
                new Event.Failed(
                        texts.get("seen.nothing.cut", reading.firstMarked() + 1, reading.context()),
                        "",
                        "",
                        List.of(texts.get("seen.nothing.cut.mend", reading.firstMarked() + 1)));
            case UNMARKED ->
                new Event.Failed(
                        texts.get("seen.nothing.unmarked"), "", "", List.of(texts.get("seen.nothing.unmarked.mend")));
        };
    }
}
