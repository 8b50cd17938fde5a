package lathe.ui.step.clean.score;

import java.util.List;
import java.util.function.IntConsumer;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import lathe.ui.kit.Nodes;
import lathe.ui.kit.Texts;
import lathe.ui.step.clean.trial.ScoreWords;
import org.jspecify.annotations.Nullable;

/** The records just inside a bound and just outside of it. */
final class Neighbours extends HBox {
    private static final int MOST = 4;
    private static final int EXCERPT = 160;

    private final VBox inside = new VBox();
    private final VBox outside = new VBox();
    private String insideTitle = "";
    private String outsideTitle = "";
    private IntConsumer open = record -> {};
    private boolean upper;
    private boolean chosen;

    Neighbours() {
        getStyleClass().add("neighbours");
        for (VBox side : List.of(inside, outside)) {
            side.getStyleClass().add("neighbour-list");
            side.setMinWidth(0);
            side.setPrefWidth(0);
            HBox.setHgrow(side, Priority.ALWAYS);
        }
        inside.setId("just-inside");
        outside.setId("just-outside");
        getChildren().addAll(inside, outside);
    }

    void prepare(Texts texts, IntConsumer opened) {
        insideTitle = texts.get("clean.inside");
        outsideTitle = texts.get("clean.outside");
        open = opened;
    }

    /** Looks at the one bound or the other from now on. */
    void look(boolean upperBound) {
        upper = upperBound;
        chosen = true;
    }

    void show(ScoreViewModel.Score score) {
        boolean maxOnly = score.min() == null;
        boolean at = (chosen && bound(score, upper) != null) ? upper : maxOnly;
        Double bound = bound(score, at);
        Nodes.show(this, bound != null);
        if (bound != null) {
            fill(inside, insideTitle, "neighbour-in", score, score.numbers().beside(bound, at, true, MOST));
            fill(outside, outsideTitle, "neighbour-out", score, score.numbers().beside(bound, at, false, MOST));
        }
    }

    private static @Nullable Double bound(ScoreViewModel.Score score, boolean upper) {
        return upper ? score.max() : score.min();
    }

    private void fill(VBox side, String title, String style, ScoreViewModel.Score score, List<Integer> ranks) {
        side.getChildren().setAll(Nodes.label(title, "neighbour-title", style));
        for (int rank : ranks) {
            int record = score.numbers().record(rank);
            String text = score.trial().sample().document(record).content();
            side.getChildren().add(entry(score.numbers().value(rank), text, record));
        }
        if (ranks.isEmpty()) {
            side.getChildren().add(Nodes.label("–", "faint"));
        }
    }

    private Button entry(double value, String text, int record) {
        String start = text.substring(0, Math.min(EXCERPT, text.length())).replaceAll("\\s+", " ");
        Label number = Nodes.label(ScoreWords.number(value), "neighbour-number");
        number.setMinWidth(USE_PREF_SIZE);
        Label words = Nodes.label(start, "faint");
        words.setMinWidth(0);
        HBox row = new HBox(6, number, words);
        Button entry = new Button(null, row);
        entry.getStyleClass().addAll("flat", "neighbour");
        entry.setMaxWidth(Double.MAX_VALUE);
        entry.setMinWidth(0);
        row.prefWidthProperty().bind(entry.widthProperty().subtract(12));
        row.setMinWidth(0);
        entry.setAccessibleText(start);
        entry.setOnAction(event -> open.accept(record));
        return entry;
    }
}
