package lathe.ui.step.mix.seen;

import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import lathe.ui.kit.Nodes;
import lathe.ui.kit.Numbers;
import lathe.ui.kit.Texts;
import lathe.ui.seen.Reading;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.javafx.FontIcon;

/** Goes from record to record: one on, one back, to a number, or anywhere. */
final class RecordBar extends HBox {
    private static final int COLUMNS = 6;

    private final TextField number = new TextField();
    private final Label of = Nodes.label("", "quiet");

    RecordBar(SeenViewModel model, Texts texts) {
        getStyleClass().add("row");
        number.setId("seen-number");
        number.setMinWidth(Region.USE_PREF_SIZE);
        number.setPrefColumnCount(COLUMNS);
        number.getStyleClass().add("small-field");
        number.setAccessibleText(texts.get("seen.number"));
        number.setOnAction(event -> go(model));
        of.setMinWidth(Region.USE_PREF_SIZE);
        Button anywhere = new Button(texts.get("seen.random"), new FontIcon("fth-shuffle"));
        anywhere.getStyleClass().add("small");
        anywhere.setMinWidth(Region.USE_PREF_SIZE);
        anywhere.setOnAction(event -> model.goAnywhere());
        Button back = Nodes.iconButton("fth-chevron-left", texts.get("seen.previous"), model::previous);
        Button on = Nodes.iconButton("fth-chevron-right", texts.get("seen.next"), model::next);
        getChildren().addAll(back, number, of, on, anywhere);
        model.readingProperty().addListener((property, before, now) -> {
            show(now, texts);
            back.setDisable(now == null || now.position() == 0);
            on.setDisable(now == null || now.position() + 1 == now.count());
        });
        show(model.readingProperty().get(), texts);
    }

    private void go(SeenViewModel model) {
        String digits = number.getText().replaceAll("[^0-9]", "");
        // a number of more figures is beyond every corpus
        boolean sensible = !digits.isEmpty() && digits.length() <= 9;
        Reading now = model.readingProperty().get();
        if (sensible) {
            model.go(Integer.parseInt(digits) - 1);
        }
        number.setText(now == null ? "" : Numbers.whole(now.position() + 1L));
    }

    private void show(@Nullable Reading reading, Texts texts) {
        if (reading != null) {
            number.setText(Numbers.whole(reading.position() + 1L));
            of.setText(texts.get("seen.of", reading.count()));
        }
    }
}
