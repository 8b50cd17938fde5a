package lathe.ui.step.mix;

import java.util.Locale;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import lathe.ui.kit.Nodes;
import lathe.ui.kit.Numbers;
import lathe.ui.kit.Texts;

/** One source's weight, as a number and as its part of all weights. */
final class WeightRow extends HBox {
    private final String source;
    private final MixViewModel model;
    private final TextField field = new TextField();
    private final ProgressBar bar = new ProgressBar(0);
    private final Label share = Nodes.label("", "ledger-count");

    WeightRow(String source, MixViewModel model, Texts texts) {
        this.source = source;
        this.model = model;
        getStyleClass().add("ledger-row");
        field.setId("weight-" + source);
        field.setPrefColumnCount(6);
        field.setPromptText(texts.get("mix.asItIs"));
        field.setOnAction(event -> commit());
        field.focusedProperty().addListener((property, before, focused) -> {
            if (!focused) {
                commit();
            }
        });
        bar.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(bar, Priority.ALWAYS);
        getChildren().addAll(Nodes.label(source, "ledger-name"), field, bar, share);
        show();
    }

    /** Shows what the recipe holds. */
    void show() {
        Double weight = model.weight(source);
        field.setText(weight == null ? "" : Numbers.typed(weight));
        bar.setProgress(model.share(source));
        share.setText(weight == null ? "" : String.format(Locale.ROOT, "%.0f %%", 100 * model.share(source)));
    }

    private void commit() {
        Double now = model.weight(source);
        if (!field.getText().equals(now == null ? "" : Numbers.typed(now))) {
            model.setWeight(source, field.getText());
        }
    }
}
