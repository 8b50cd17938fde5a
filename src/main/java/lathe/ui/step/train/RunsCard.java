package lathe.ui.step.train;

import javafx.beans.binding.Bindings;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.layout.VBox;
import lathe.ui.kit.Nodes;
import lathe.ui.kit.Texts;

/** The runs of the project; the chosen one comes into view. */
public final class RunsCard extends VBox {
    private static final double HEIGHT = 104;
    private static final double LEAST = 56;

    private final Label title = Nodes.label("", "card-title");
    private final ListView<RunItem> runs = new ListView<>();

    public RunsCard() {
        getStyleClass().add("card");
        runs.getStyleClass().add("plain-list");
        runs.setPrefHeight(HEIGHT);
        runs.setMinHeight(LEAST);
        getChildren().addAll(title, runs);
    }

    /** Shows a view-model from now on. */
    void watch(TrainViewModel model, Texts texts) {
        title.setText(texts.get("train.runs"));
        runs.setItems(model.runs());
        runs.setCellFactory(list -> new RunCell(texts));
        runs.getSelectionModel().selectedItemProperty().addListener((property, before, item) -> {
            if (item != null && !model.job().state().isActive()) {
                model.show(item.run());
            }
        });
        Nodes.showWhile(this, Bindings.isNotEmpty(model.runs()));
    }
}
