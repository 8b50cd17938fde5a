package lathe.ui.step.train;

import javafx.fxml.FXML;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Slider;
import javafx.scene.layout.HBox;
import lathe.ui.PaneContext;
import lathe.ui.kit.EmptyState;
import lathe.ui.kit.JobBar;
import lathe.ui.kit.Nodes;
import lathe.ui.kit.Texts;
import lathe.ui.kit.chart.ChartLegend;
import lathe.ui.kit.chart.LossChart;

/** Binds {@code fxml/train/Train.fxml} to {@link TrainViewModel}. */
public final class TrainController {
    @FXML
    private Button start;

    @FXML
    private Button resume;

    @FXML
    private JobBar bar;

    @FXML
    private HBox figures;

    @FXML
    private HBox legend;

    @FXML
    private Slider smoothing;

    @FXML
    private CheckBox logarithmic;

    @FXML
    private EmptyState empty;

    @FXML
    private LossChart chart;

    @FXML
    private RunsCard runs;

    @FXML
    private UnlearnedCard unlearned;

    private final PaneContext context;
    private final TrainViewModel model;
    private final Texts texts;
    private final TrainFigures numbers;

    public TrainController(PaneContext context) {
        this.context = context;
        model = new TrainViewModel(context);
        texts = context.texts();
        numbers = new TrainFigures(texts);
    }

    @FXML
    private void initialize() {
        bar.watch(model.job(), texts, this::stop);
        bar.setResume(texts.get("train.resume"), model::resume);
        figures.getChildren().setAll(numbers.all());
        chart.name(texts.get("train.axis.step"), texts.get("train.axis.loss"), texts.get("train.axis.stage"));
        ChartLegend.fill(legend, texts.get("train.legend.train"), texts.get("train.legend.held"));
        smoothing.valueProperty().addListener((property, before, now) -> chart.smooth(now.doubleValue()));
        logarithmic.selectedProperty().addListener((property, before, now) -> chart.setLogarithmic(now));
        runs.watch(model, texts);
        Nodes.showWhile(chart, model.latestProperty().isNotNull());
        Nodes.showWhile(empty, model.latestProperty().isNull());
        model.onSteps(chart::add);
        model.onResumed(resumed -> chart.cut(resumed.stage(), resumed.step()));
        model.onOther(chart::clear);
        model.job().stateProperty().addListener((property, before, now) -> show());
        model.job().progressProperty().addListener((property, before, now) -> show());
        model.latestProperty().addListener((property, before, now) -> show());
        model.unlearnedProperty().addListener((property, before, now) -> show());
        model.open();
        show();
    }

    private void show() {
        start.setDisable(!model.canStart());
        unlearned.show(model.unlearnedProperty().get(), context);
        Nodes.show(resume, model.canResume());
        boolean active = model.job().state().isActive();
        Nodes.show(figures, model.latestProperty().get() != null);
        numbers.show(
                model.latestProperty().get(),
                model.heldOutProperty().get(),
                model.job().progressProperty().get(),
                model.pace(),
                active);
    }

    private void stop() {
        StopDialog.ask(texts, bar.getScene().getWindow()).ifPresent(model.job()::stop);
    }

    @FXML
    private void start() {
        model.start();
    }

    @FXML
    private void resume() {
        model.resume();
    }
}
