package lathe.ui.step.model;

import java.util.ArrayList;
import java.util.List;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import lathe.recipe.ModelSettings;
import lathe.recipe.Recipe;
import lathe.recipe.RecipeException;
import lathe.recipe.RecipeYaml;
import lathe.recipe.StagePreset;
import lathe.recipe.TrainStage;
import lathe.run.Event;
import lathe.ui.PaneContext;
import lathe.ui.Workbench;
import lathe.ui.kit.RecipeEditor;
import lathe.ui.kit.Recipes;
import lathe.ui.task.LatestTask;
import org.jspecify.annotations.Nullable;

/** The model and the training stages of the recipe. */
public final class ModelViewModel {
    private static final String PRETRAIN = "{task: pretrain, method: full, steps: 300, batch: 8, learning-rate: 1e-3}";
    private static final String TUNE = "{task: sft, method: lora, epochs: 1, batch: 4, learning-rate: 2e-4}";

    private static final double SETTLE_MILLIS = 150;

    private final Workbench workbench;
    private final RecipeEditor editor;
    private final LatestTask<ModelSizes> counting;
    private final ObjectProperty<@Nullable ModelSizes> sizes = new SimpleObjectProperty<>();
    private @Nullable PresetChanges applied;
    private final ObjectProperty<Event.@Nullable Failed> problem = new SimpleObjectProperty<>();

    public ModelViewModel(PaneContext context) {
        workbench = context.workbench();
        editor = context.editor();
        counting = new LatestTask<>(context.tasks(), SETTLE_MILLIS);
    }

    /** Begins to follow the recipe. */
    void open() {
        editor.recipeProperty().addListener((property, before, now) -> count());
        count();
    }

    /** How many numbers the model has and trains; null where that cannot be told. */
    ObjectProperty<@Nullable ModelSizes> sizesProperty() {
        return sizes;
    }

    /** Why the sizes cannot be told. */
    ObjectProperty<Event.@Nullable Failed> problemProperty() {
        return problem;
    }

    boolean isFromFolder() {
        return editor.recipe().model() instanceof ModelSettings.From;
    }

    /** Goes over to a new model, or to one that exists. */
    void setFromFolder(boolean fromFolder) throws RecipeException {
        editor.set("model", fromFolder ? "{from: model}" : "{}");
    }

    /** Fits the embedding to the tokenizer. */
    void resize() throws RecipeException {
        editor.set("model.resize-vocab", "parts");
    }

    List<TrainStage> stages() {
        return editor.recipe().train();
    }

    /** Adds a stage that learns texts. */
    void addPretraining() throws RecipeException {
        add(PRETRAIN);
    }

    /** Adds a stage that learns to follow instructions. */
    void addTuning() throws RecipeException {
        add(TUNE);
    }

    /** Brings the values of a preset into a stage. */
    void apply(int index, StagePreset preset) throws RecipeException {
        PresetChanges earlier = applied;
        // a card that is made anew by the edit asks for it
        applied = new PresetChanges(index, preset, stages().get(index), editor);
        try {
            editor.set(PresetChanges.edits(index, preset));
        } catch (RecipeException e) {
            applied = earlier;
            throw e;
        }
    }

    /** What the last preset changed in a stage; null where the last one went elsewhere. */
    @Nullable
    PresetChanges applied(int index) {
        PresetChanges last = applied;
        return last != null && last.index() == index ? last : null;
    }

    void remove(int index) throws RecipeException {
        applied = null;
        List<TrainStage> stages = new ArrayList<>(stages());
        stages.remove(index);
        editor.edit(Recipes.withTrain(editor.recipe(), stages));
    }

    private void count() {
        if (workbench.isOpen()) {
            Recipe recipe = workbench.resolved();
            counting.request(stage -> ModelSizes.of(recipe), this::counted, failure -> {
                sizes.set(null);
                problem.set(Event.Failed.of(failure));
            });
        }
    }

    private void counted(ModelSizes found) {
        problem.set(null);
        sizes.set(found);
    }

    /** Whether two recipes need the same cards on screen. */
    static boolean sameShape(Recipe one, Recipe other) {
        return shape(one).equals(shape(other));
    }

    private static List<Object> shape(Recipe recipe) {
        List<Object> shape = new ArrayList<>(List.of(recipe.model().getClass()));
        recipe.train().forEach(stage -> shape.addAll(List.of(stage.task(), stage.method())));
        return shape;
    }

    private void add(String yaml) throws RecipeException {
        Recipe small = RecipeYaml.read("lathe: 1\nname: new\ntrain: [" + yaml + "]\n");
        List<TrainStage> stages = new ArrayList<>(stages());
        stages.addAll(small.train());
        editor.edit(Recipes.withTrain(editor.recipe(), stages));
    }
}
