package lathe.ui.step.mix;

import java.util.List;
import javafx.fxml.FXML;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tab;
import javafx.scene.layout.VBox;
import lathe.recipe.MixSettings;
import lathe.recipe.Recipe;
import lathe.ui.PaneContext;
import lathe.ui.WizardStep;
import lathe.ui.kit.EmptyState;
import lathe.ui.kit.JobBar;
import lathe.ui.kit.Nodes;
import lathe.ui.kit.Texts;
import lathe.ui.kit.form.SettingsForm;
import lathe.ui.step.mix.seen.SeenTab;
import lathe.ui.step.mix.seen.SeenViewModel;

/** Binds {@code fxml/mix/Mix.fxml} to {@link MixViewModel}. */
public final class MixController {
    @FXML
    private Button start;

    @FXML
    private JobBar bar;

    @FXML
    private EmptyState empty;

    @FXML
    private VBox weightsCard;

    @FXML
    private VBox weights;

    @FXML
    private Label problem;

    @FXML
    private VBox form;

    @FXML
    private MixCard result;

    @FXML
    private Tab seenTab;

    @FXML
    private SeenTab seen;

    private final PaneContext context;
    private final Texts texts;
    private final MixViewModel model;
    private List<String> shown = List.of();

    public MixController(PaneContext context) {
        this.context = context;
        texts = context.texts();
        model = new MixViewModel(context);
    }

    @FXML
    private void initialize() {
        bar.watch(model.job(), texts);
        problem.textProperty().bind(model.problemProperty());
        Nodes.showWhile(problem, model.problemProperty().isNotEmpty());
        form.getChildren()
                .setAll(
                        new SettingsForm(MixSettings.class, "mix", context.editor(), texts, "unit"),
                        new SettingsForm(MixSettings.Order.class, "mix.order", context.editor(), texts));
        model.job().stateProperty().addListener((property, before, now) -> showStart());
        model.mixedProperty().addListener((property, before, now) -> result.show(now, texts));
        context.editor().recipeProperty().addListener((property, before, now) -> show(now));
        show(context.editor().recipe());
        result.show(model.mixedProperty().get(), texts);
        model.open();
        watch(new SeenViewModel(context));
    }

    private void watch(SeenViewModel records) {
        seen.watch(records, context);
        records.activeProperty().bind(seenTab.selectedProperty());
        records.open();
    }

    private void show(Recipe recipe) {
        if (!shown.equals(model.sources())) {
            shown = model.sources();
            weights.getChildren()
                    .setAll(shown.stream()
                            .map(source -> new WeightRow(source, model, texts))
                            .toList());
        }
        weights.getChildren().forEach(row -> ((WeightRow) row).show());
        Nodes.show(weightsCard, !recipe.corpus().isEmpty());
        Nodes.show(empty, recipe.corpus().isEmpty());
        showStart();
    }

    private void showStart() {
        boolean ready = !shown.isEmpty() && !context.editor().recipe().train().isEmpty();
        start.setDisable(model.job().state().isActive() || !ready);
    }

    @FXML
    private void start() {
        model.start();
    }

    @FXML
    private void goToCorpus() {
        context.go().accept(WizardStep.CORPUS);
    }
}
