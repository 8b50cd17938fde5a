package lathe.ui.step.compare;

import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import lathe.ui.kit.Nodes;

/** One model's answer. */
public final class AnswerCard extends VBox {
    private static final double WIDTH = 400;

    private final Label title = Nodes.label("", "card-title");
    private final Label state = Nodes.label("", "chip", "chip-running");
    private final TextArea text = new TextArea();

    public AnswerCard() {
        getStyleClass().add("card");
        setPrefWidth(WIDTH);
        HBox head = new HBox(title, state);
        head.getStyleClass().add("row");
        text.setEditable(false);
        text.setWrapText(true);
        text.getStyleClass().add("answer");
        VBox.setVgrow(text, Priority.ALWAYS);
        getChildren().addAll(head, text);
    }

    /** Shows an answer from now on. */
    void watch(Answer answer, String name, String writing) {
        setTitle(name);
        state.setText(writing);
        Nodes.showWhile(state, answer.writingProperty());
        text.textProperty().bind(answer.textProperty());
    }

    void setTitle(String name) {
        title.setText(name);
    }
}
