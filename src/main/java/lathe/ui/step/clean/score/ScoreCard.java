package lathe.ui.step.clean.score;

import java.util.List;
import java.util.function.IntConsumer;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;
import lathe.recipe.Setting;
import lathe.ui.kit.Nodes;
import lathe.ui.kit.Texts;
import lathe.ui.step.clean.trial.BoundKey;
import lathe.ui.step.clean.trial.Criterion;
import lathe.ui.step.clean.trial.ScoreWords;
import org.jspecify.annotations.Nullable;

/** A rule's number in all records of the sample, bounds that can be dragged, and the records beside them. */
final class ScoreCard extends VBox {
    private final HBox head = new HBox();
    private final Label title = Nodes.label("", "card-title");
    private final ComboBox<Criterion> which = new ComboBox<>();
    private final Label within = Nodes.label("", "quiet");
    private final Histogram histogram = new Histogram();
    private final Neighbours neighbours = new Neighbours();
    private boolean showing;

    ScoreCard() {
        getStyleClass().add("card");
        head.getStyleClass().add("row");
        which.setId("criterion");
        within.setId("within");
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        head.getChildren().addAll(title, which, gap, within);
        getChildren().addAll(head, histogram, neighbours);
    }

    /**
     * Shows the number in view from now on.
     *
     * @param open is told which record somebody wants to see whole
     */
    void watch(ScoreViewModel model, Texts texts, IntConsumer open) {
        title.setText(texts.get("clean.scores.title"));
        which.setConverter(names(texts));
        which.valueProperty().addListener((property, before, now) -> {
            if (!showing && now != null) {
                model.choose(now);
            }
        });
        model.criteriaProperty().addListener((property, before, now) -> fill(now));
        model.scoreProperty().addListener((property, before, now) -> show(now, texts));
        histogram.lower().onMove((value, done) -> moved(model, false, value, done));
        histogram.upper().onMove((value, done) -> moved(model, true, value, done));
        neighbours.prepare(texts, open);
        fill(model.criteriaProperty().get());
        show(model.scoreProperty().get(), texts);
    }

    private static StringConverter<Criterion> names(Texts texts) {
        return new StringConverter<>() {
            @Override
            public String toString(@Nullable Criterion criterion) {
                return criterion == null ? "" : ScoreWords.column(criterion.name(), texts);
            }

            @Override
            public @Nullable Criterion fromString(String text) {
                return null;
            }
        };
    }

    private void fill(List<Criterion> criteria) {
        showing = true;
        which.getItems().setAll(criteria);
        showing = false;
        Nodes.show(which, criteria.size() > 1);
    }

    private void show(ScoreViewModel.@Nullable Score score, Texts texts) {
        Nodes.show(this, score != null);
        if (score == null) {
            return;
        }
        Criterion criterion = score.criterion();
        showing = true;
        which.getItems().stream().filter(criterion::isSame).findFirst().ifPresent(which::setValue);
        showing = false;
        bind(histogram.lower(), criterion.min());
        bind(histogram.upper(), criterion.max());
        histogram.show(score.numbers(), score.min(), score.max(), texts);
        count(score, texts);
        neighbours.show(score);
    }

    private static void bind(Threshold line, @Nullable BoundKey bound) {
        Nodes.show(line, bound != null);
        if (bound != null) {
            Setting setting = bound.key().setting();
            line.allow(bound.isWhole(), bound.mayBeOpen(), setting.min(), setting.max());
        }
    }

    private void count(ScoreViewModel.Score score, Texts texts) {
        Double min = score.min();
        Double max = score.max();
        int out = (min == null ? 0 : score.numbers().below(min))
                + (max == null ? 0 : score.numbers().above(max));
        int all = score.numbers().size();
        double share = all == 0 ? 1 : 1 - (double) out / all;
        within.setText(texts.get(
                "clean.within", ScoreWords.percent(share), score.numbers().missing()));
    }

    private void moved(ScoreViewModel model, boolean upper, @Nullable Double value, boolean done) {
        ScoreViewModel.Score score = model.scoreProperty().get();
        BoundKey bound = score == null
                ? null
                : upper ? score.criterion().max() : score.criterion().min();
        if (score == null || bound == null) {
            return;
        }
        neighbours.look(upper);
        if (done) {
            model.drop(score.criterion(), bound, value);
        } else {
            model.drag(score.criterion(), bound, value);
        }
    }
}
