package lathe.ui.step.mix;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import lathe.mix.MixReport;
import lathe.pipeline.Step;
import lathe.recipe.CorpusSource;
import lathe.recipe.MixSettings;
import lathe.recipe.RecipeException;
import lathe.ui.PaneContext;
import lathe.ui.StepResult;
import lathe.ui.Workbench;
import lathe.ui.kit.Recipes;
import lathe.ui.task.Job;
import org.jspecify.annotations.Nullable;

/** The weights of the sources, and what a mix made of them. */
public final class MixViewModel {
    private final Workbench workbench;
    private final PaneContext context;
    private final StringProperty problem = new SimpleStringProperty("");
    private final ObjectProperty<@Nullable Mixed> mixed = new SimpleObjectProperty<>();

    /** The account of a mix, and whether it belongs to the recipe as it stands. */
    record Mixed(MixReport report, boolean current) {}

    public MixViewModel(PaneContext context) {
        this.context = context;
        workbench = context.workbench();
    }

    /** Begins to follow the project. */
    void open() {
        workbench.reattach(Step.MIX);
        workbench.changesProperty().addListener((property, before, now) -> look());
        workbench.editor().recipeProperty().addListener((property, before, now) -> look());
        look();
    }

    Job job() {
        return workbench.job(Step.MIX);
    }

    List<String> sources() {
        return workbench.recipe().corpus().stream()
                .map(CorpusSource::source)
                .distinct()
                .toList();
    }

    /** The weight of a source; null where it is taken as it is. */
    @Nullable
    Double weight(String source) {
        return workbench.recipe().mix().weights().get(source);
    }

    /** Each source's part of all weights; empty weights count nothing. */
    double share(String source) {
        double all = workbench.recipe().mix().weights().values().stream()
                .mapToDouble(Double::doubleValue)
                .sum();
        Double own = weight(source);
        return own == null || all == 0 ? 0 : own / all;
    }

    /** Sets a weight as it was typed; empty takes it away. */
    void setWeight(String source, String typed) {
        MixSettings mix = workbench.recipe().mix();
        Map<String, Double> weights = new LinkedHashMap<>(mix.weights());
        try {
            if (typed.isBlank()) {
                weights.remove(source);
            } else {
                weights.put(source, Double.valueOf(typed.strip()));
            }
            MixSettings changed = new MixSettings(weights, mix.unit(), mix.order());
            workbench.editor().edit(Recipes.withMix(workbench.recipe(), changed));
            problem.set("");
        } catch (NumberFormatException e) {
            problem.set(context.texts().get("field.number", typed));
        } catch (RecipeException e) {
            problem.set(context.texts().get("field.range", typed) + " "
                    + context.texts().get("field.allowed", context.texts().get("field.least", "0")));
        }
    }

    /** Why a weight was not taken; empty where all is well. */
    StringProperty problemProperty() {
        return problem;
    }

    /** The account of the newest mix. */
    ObjectProperty<@Nullable Mixed> mixedProperty() {
        return mixed;
    }

    void start() {
        workbench.start(Step.MIX);
    }

    private void look() {
        if (workbench.isOpen()) {
            workbench.find(
                    Step.MIX,
                    found -> found.ifPresentOrElse(this::read, () -> mixed.set(null)),
                    failure -> mixed.set(null));
        }
    }

    private void read(StepResult result) {
        context.tasks()
                .run(
                        stage -> new Mixed(MixReport.read(result.folder()), result.current()),
                        mixed::set,
                        failure -> mixed.set(null));
    }
}
