package lathe.ui.step.export;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import lathe.pipeline.Project;
import lathe.recipe.ExportFormat;
import lathe.recipe.RecipeException;
import lathe.recipe.SettingsTable;
import lathe.run.Event;
import lathe.run.Failure;
import lathe.ui.PaneContext;
import lathe.ui.TrainedModel;
import lathe.ui.Workbench;
import lathe.ui.kit.Recipes;
import lathe.ui.task.LatestTask;
import lathe.ui.task.VerbProcess;
import org.jspecify.annotations.Nullable;

/** The formats to write, where to, and what became of each. */
public final class ExportViewModel {
    private static final double SETTLE_MILLIS = 150;

    private final PaneContext context;
    private final Workbench workbench;
    private final LatestTask<Optional<TrainedModel>> looking;
    private final ObjectProperty<@Nullable TrainedModel> trained = new SimpleObjectProperty<>();
    private final ObjectProperty<Event.@Nullable Failed> problem = new SimpleObjectProperty<>();
    private final StringProperty folder = new SimpleStringProperty("");
    private final BooleanProperty busy = new SimpleBooleanProperty();
    private final ObservableList<ExportItem> items = FXCollections.observableArrayList();

    public ExportViewModel(PaneContext context) {
        this.context = context;
        workbench = context.workbench();
        looking = new LatestTask<>(context.tasks(), SETTLE_MILLIS);
    }

    /** Begins to follow the project. */
    void open() {
        workbench.changesProperty().addListener((property, before, now) -> look());
        look();
    }

    /** What the newest run has trained; null where there is nothing to export yet. */
    ObjectProperty<@Nullable TrainedModel> trainedProperty() {
        return trained;
    }

    ObjectProperty<Event.@Nullable Failed> problemProperty() {
        return problem;
    }

    /** The folder that receives a folder for each format. */
    StringProperty folderProperty() {
        return folder;
    }

    BooleanProperty busyProperty() {
        return busy;
    }

    ObservableList<ExportItem> items() {
        return items;
    }

    boolean isChosen(ExportFormat format) {
        return workbench.recipe().export().contains(format);
    }

    /** Whether this version can write a format of the model at hand. */
    boolean isPossible(ExportFormat format) {
        TrainedModel model = trained.get();
        return switch (format) {
            case ADAPTER -> model == null || model.adapter().isPresent();
            case HF, GGUF, GGUF_Q8_0, GGUF_Q4_0 -> true;
            case CLUSTER -> false;
        };
    }

    void choose(ExportFormat format, boolean chosen) {
        List<ExportFormat> formats = new ArrayList<>(workbench.recipe().export());
        formats.remove(format);
        if (chosen) {
            formats.add(format);
        }
        try {
            workbench.editor().edit(Recipes.withExport(workbench.recipe(), formats));
        } catch (RecipeException e) {
            throw new IllegalStateException("any formats go together", e);
        }
    }

    /** Writes the chosen formats, one after the other. */
    void start() {
        TrainedModel model = trained.get();
        if (model != null) {
            problem.set(null);
            items.clear();
            busy.set(true);
            next(
                    model,
                    new ArrayList<>(workbench.recipe().export().stream()
                            .filter(this::isPossible)
                            .toList()));
        }
    }

    private void next(TrainedModel model, List<ExportFormat> left) {
        if (left.isEmpty()) {
            busy.set(false);
            return;
        }
        ExportFormat format = left.remove(0);
        Path out = Path.of(folder.get()).resolve(SettingsTable.word(format));
        int place = items.size();
        items.add(new ExportItem(format, out, false, Optional.empty()));
        StringBuilder said = new StringBuilder();
        context.tasks()
                .run(
                        VerbProcess.of(workbench.device(), verb(model, format, out), said::append),
                        ended -> {
                            items.set(place, new ExportItem(format, out, true, ExportItem.Proof.in(said.toString())));
                            next(model, left);
                        },
                        this::failed);
    }

    private List<String> verb(TrainedModel model, ExportFormat format, Path out) {
        List<String> verb =
                new ArrayList<>(List.of("export", "--model", model.model().toString()));
        model.adapter().ifPresent(adapter -> verb.addAll(List.of("--adapter", adapter.toString())));
        verb.addAll(List.of("--to", SettingsTable.word(format), "--out", out.toString()));
        workbench.recipe().evaluate().prompts().forEach(prompt -> verb.add("--prompt=" + prompt));
        return verb;
    }

    private void failed(Failure failure) {
        busy.set(false);
        items.removeIf(item -> !item.done());
        problem.set(Event.Failed.of(failure));
    }

    private void look() {
        if (workbench.isOpen()) {
            Project project = workbench.project();
            looking.request(stage -> TrainedModel.newest(project), this::take, this::failed);
        }
    }

    private void take(Optional<TrainedModel> found) {
        trained.set(found.orElse(null));
        if (folder.get().isEmpty() && found.isPresent()) {
            folder.set(found.get().run().folder().resolve("export").toString());
        }
    }
}
