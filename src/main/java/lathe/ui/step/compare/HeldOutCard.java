package lathe.ui.step.compare;

import java.util.Locale;
import java.util.function.ToDoubleFunction;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import lathe.evaluate.HeldOutFigures;
import lathe.ui.kit.Figure;
import lathe.ui.kit.Nodes;
import lathe.ui.kit.Texts;
import org.jspecify.annotations.Nullable;

/** What base and tuned model make of the documents that no stage trained on. */
public final class HeldOutCard extends VBox {

    public HeldOutCard() {
        getStyleClass().add("card");
    }

    /** Shows figures; without them the card gives its room away. */
    void show(@Nullable HeldOutFigures figures, Texts texts) {
        Nodes.show(this, figures != null);
        getChildren().clear();
        if (figures != null) {
            HBox row = new HBox();
            row.getStyleClass().add("figures");
            row.getChildren()
                    .setAll(
                            figure(figures, "loss", "%.3f", HeldOutFigures.Side::loss, texts),
                            figure(figures, "perplexity", "%.2f", HeldOutFigures.Side::perplexity, texts),
                            figure(figures, "accuracy", "%.1f %%", side -> 100 * side.tokenAccuracy(), texts));
            getChildren()
                    .setAll(
                            Nodes.label(
                                    texts.get("compare.held-out", figures.documents(), figures.tokens()), "card-title"),
                            row);
        }
    }

    private static Figure figure(
            HeldOutFigures figures, String key, String form, ToDoubleFunction<HeldOutFigures.Side> value, Texts texts) {
        Figure figure = new Figure(texts.get("compare.held-out." + key));
        figure.set(said(figures, form, value));
        return figure;
    }

    /** The base's figure and what became of it; one alone where nothing was tuned beside a base. */
    static String said(HeldOutFigures figures, String form, ToDoubleFunction<HeldOutFigures.Side> value) {
        String base = String.format(Locale.ROOT, form, value.applyAsDouble(figures.base()));
        HeldOutFigures.Side tuned = figures.tuned();
        return tuned == null ? base : base + " → " + String.format(Locale.ROOT, form, value.applyAsDouble(tuned));
    }
}
