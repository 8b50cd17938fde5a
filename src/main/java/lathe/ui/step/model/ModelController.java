package lathe.ui.step.model;

import java.util.List;
import javafx.fxml.FXML;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.layout.VBox;
import lathe.recipe.ModelSettings;
import lathe.recipe.Recipe;
import lathe.recipe.RecipeException;
import lathe.ui.PaneContext;
import lathe.ui.kit.EmptyState;
import lathe.ui.kit.FailureCard;
import lathe.ui.kit.Nodes;
import lathe.ui.kit.Segments;
import lathe.ui.kit.Texts;
import lathe.ui.kit.form.SettingsForm;
import org.jspecify.annotations.Nullable;

/** Binds {@code fxml/model/Model.fxml} to {@link ModelViewModel}. */
public final class ModelController {
    @FXML
    private MenuButton add;

    @FXML
    private SizeFigures figures;

    @FXML
    private Segments kind;

    @FXML
    private VBox modelForm;

    @FXML
    private ResizeNote resize;

    @FXML
    private EmptyState empty;

    @FXML
    private VBox stages;

    @FXML
    private FailureCard problem;

    private final PaneContext context;
    private final Texts texts;
    private final ModelViewModel model;

    public ModelController(PaneContext context) {
        this.context = context;
        texts = context.texts();
        model = new ModelViewModel(context);
    }

    @FXML
    private void initialize() {
        add.getItems()
                .setAll(item("model.add.pretrain", model::addPretraining), item("model.add.sft", model::addTuning));
        kind.fill(List.of(texts.get("model.kind.new"), texts.get("model.kind.from")));
        kind.onChoose(index -> attempt(() -> model.setFromFolder(index == 1)));
        model.sizesProperty().addListener((property, before, now) -> show(now));
        model.problemProperty().addListener((property, before, now) -> problem.showOrHide(now, texts));
        resize.fill(texts, () -> attempt(model::resize));
        show(model.sizesProperty().get());
        context.editor().recipeProperty().addListener((property, before, now) -> changed(before, now));
        draw();
        model.open();
    }

    private void show(@Nullable ModelSizes sizes) {
        figures.show(sizes, texts);
        resize.show(sizes);
    }

    private void changed(Recipe before, Recipe now) {
        if (!ModelViewModel.sameShape(before, now)) {
            draw();
        }
    }

    private void draw() {
        boolean from = model.isFromFolder();
        kind.select(from ? 1 : 0);
        Class<?> section = from ? ModelSettings.From.class : ModelSettings.New.class;
        modelForm.getChildren().setAll(new SettingsForm(section, "model", context.editor(), texts));
        List<Integer> tabs = stages.getChildren().stream()
                .map(card -> ((StageCard) card).tab())
                .toList();
        stages.getChildren().clear();
        for (int i = 0; i < model.stages().size(); i++) {
            int index = i;
            StageCard card = new StageCard(i, context.editor(), texts, () -> attempt(() -> model.remove(index)));
            card.offer(new PresetChoice(i, model, texts));
            card.fill(i < tabs.size() ? tabs.get(i) : 0);
            stages.getChildren().add(card);
        }
        Nodes.show(empty, model.stages().isEmpty());
    }

    /** An edit of the recipe. */
    @FunctionalInterface
    private interface Edit {
        void run() throws RecipeException;
    }

    private MenuItem item(String key, Edit edit) {
        MenuItem item = new MenuItem(texts.get(key));
        item.setOnAction(event -> attempt(edit));
        return item;
    }

    private void attempt(Edit edit) {
        try {
            edit.run();
        } catch (RecipeException e) {
            throw new IllegalStateException("stages and models are made from valid parts", e);
        }
    }
}
