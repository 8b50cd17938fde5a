package lathe.ui.step.compare;

import javafx.scene.control.Button;
import javafx.scene.layout.FlowPane;

/** The recipe's prompts, to be asked with a click. */
public final class PromptExamples extends FlowPane {

    public PromptExamples() {
        super(8, 8);
    }

    /** Offers the prompts of a view-model. */
    void watch(CompareViewModel model) {
        getChildren()
                .setAll(model.prompts().stream()
                        .map(words -> button(words, model))
                        .toList());
    }

    private static Button button(String words, CompareViewModel model) {
        Button button = new Button(words);
        button.getStyleClass().addAll("small", "button-outlined");
        button.setOnAction(event -> model.promptProperty().set(words));
        return button;
    }
}
