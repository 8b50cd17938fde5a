package lathe.ui.step.model;

import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import lathe.ui.kit.Nodes;
import lathe.ui.kit.Texts;
import org.jspecify.annotations.Nullable;

/** Says that the tokenizer is not the model's own, and offers to fit the embedding to it. */
public final class ResizeNote extends HBox {
    private final Label text = Nodes.wrapped("", "card-note");
    private final Button now = new Button();

    public ResizeNote() {
        getStyleClass().add("row");
        setId("resize");
        HBox.setHgrow(text, Priority.ALWAYS);
        text.setMaxWidth(Double.MAX_VALUE);
        now.setMinWidth(Region.USE_PREF_SIZE);
        getChildren().addAll(text, now);
        Nodes.show(this, false);
    }

    void fill(Texts texts, Runnable resize) {
        text.setText(texts.get("model.resize"));
        now.setText(texts.get("model.resize.now"));
        now.setOnAction(event -> resize.run());
    }

    void show(@Nullable ModelSizes sizes) {
        Nodes.show(this, sizes != null && sizes.strange());
    }
}
