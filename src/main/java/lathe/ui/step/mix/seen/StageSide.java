package lathe.ui.step.mix.seen;

import java.util.List;
import java.util.stream.IntStream;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import lathe.recipe.SettingsTable;
import lathe.recipe.TrainStage;
import lathe.recipe.TrainStage.Task;
import lathe.ui.kit.Nodes;
import lathe.ui.kit.RecipeEditor;
import lathe.ui.kit.Texts;
import lathe.ui.kit.form.SettingsForm;

/** Which stage it is, what decides how it reads a record, and what the colours mean. */
final class StageSide extends VBox {
    private static final double WIDTH = 280;

    private final SeenViewModel model;
    private final RecipeEditor editor;
    private final Texts texts;
    private final ComboBox<String> stages = new ComboBox<>();
    private final Label stale = Nodes.label("", "chip", "chip-edited");
    private final VBox form = new VBox();
    private String drawn = "";

    StageSide(SeenViewModel model, RecipeEditor editor, Texts texts) {
        this.model = model;
        this.editor = editor;
        this.texts = texts;
        getStyleClass().addAll("card", "rule-column");
        setMinWidth(WIDTH);
        setMaxWidth(WIDTH);
        stages.setId("seen-stage");
        stages.setMaxWidth(Double.MAX_VALUE);
        stages.setOnAction(event -> {
            if (stages.getSelectionModel().getSelectedIndex() >= 0) {
                model.chooseStage(stages.getSelectionModel().getSelectedIndex());
            }
        });
        ScrollPane scroll = new ScrollPane(form);
        scroll.setFitToWidth(true);
        scroll.getStyleClass().add("pane-scroll");
        VBox.setVgrow(scroll, Priority.ALWAYS);
        stale.setText(texts.get("seen.stale"));
        Nodes.showWhile(stale, model.staleProperty());
        getChildren().addAll(stages, stale, scroll, legend());
        editor.recipeProperty().addListener((property, before, now) -> show());
        model.stageProperty().addListener((property, before, now) -> show());
        show();
    }

    /** A form stays while its keys are the same: somebody may be typing in it. */
    private void show() {
        List<TrainStage> all = model.stages();
        List<String> names = IntStream.range(0, all.size()).mapToObj(this::name).toList();
        int index = model.stageProperty().get();
        if (!stages.getItems().equals(names)) {
            stages.getItems().setAll(names);
        }
        stages.getSelectionModel().select(index);
        boolean there = index < all.size();
        String wanted = there ? index + all.get(index).task().name() : "";
        if (!wanted.equals(drawn)) {
            drawn = wanted;
            form.getChildren().clear();
            if (there) {
                form.getChildren().add(form(index, all.get(index).task()));
            }
        }
    }

    private String name(int index) {
        return texts.get("preview.stage", index + 1) + " · "
                + texts.get("choice.Task."
                        + SettingsTable.word(model.stages().get(index).task()));
    }

    /** What is learned of texts is not a choice. */
    private SettingsForm form(int index, Task task) {
        String[] keys = task == Task.SFT
                ? new String[] {"template", "loss-on", "context"}
                : new String[] {"template", "context"};
        return new SettingsForm(TrainStage.class, "train." + index, editor, texts, keys);
    }

    private VBox legend() {
        VBox legend = new VBox(
                entry("seen-learned", "seen.legend.learned"),
                entry("seen-given", "seen.legend.given"),
                entry("seen-cut", "seen.legend.cut"),
                entry("seen-special", "seen.legend.special"),
                entry("seen-part", "seen.legend.part"));
        legend.getStyleClass().add("seen-legend");
        legend.setMinHeight(Region.USE_PREF_SIZE);
        return legend;
    }

    private HBox entry(String style, String key) {
        Region sample = new Region();
        sample.getStyleClass().addAll("seen-box", "seen-sample", style);
        Label words = Nodes.wrapped(texts.get(key), "card-note");
        HBox entry = new HBox(8, sample, words);
        entry.getStyleClass().add("row");
        return entry;
    }
}
