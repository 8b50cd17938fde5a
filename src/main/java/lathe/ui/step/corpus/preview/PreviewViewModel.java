package lathe.ui.step.corpus.preview;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleIntegerProperty;
import javafx.beans.property.SimpleObjectProperty;
import lathe.ingest.Preview;
import lathe.ingest.format.Format;
import lathe.ingest.preset.Preset;
import lathe.recipe.CorpusSource;
import lathe.recipe.RecipeException;
import lathe.recipe.TrainStage;
import lathe.run.Event;
import lathe.run.Failure;
import lathe.run.Json;
import lathe.ui.PaneContext;
import lathe.ui.Workbench;
import lathe.ui.task.LatestTask;
import org.jspecify.annotations.Nullable;

/** A look into one source, and the settings that decide how it is read: an edit of these is seen at once. */
public final class PreviewViewModel {
    private static final double SETTLE_MILLIS = 40;
    private static final int SAMPLES = 12;
    private static final String AUTO = "auto";

    private final Workbench workbench;
    private final LatestTask<Preview> looking;
    private final IntegerProperty index = new SimpleIntegerProperty(-1);
    private final ObjectProperty<@Nullable CorpusSource> source = new SimpleObjectProperty<>();
    private final ObjectProperty<@Nullable Preview> preview = new SimpleObjectProperty<>();
    private final ObjectProperty<Event.@Nullable Failed> problem = new SimpleObjectProperty<>();
    private final BooleanProperty busy = new SimpleBooleanProperty();

    public PreviewViewModel(PaneContext context) {
        workbench = context.workbench();
        looking = new LatestTask<>(context.tasks(), SETTLE_MILLIS);
    }

    /** Looks into a source of the recipe, or into none where there is none at this index. */
    public void look(int at) {
        index.set(at);
        List<CorpusSource> all = workbench.recipe().corpus();
        if (!workbench.isOpen() || at < 0 || at >= all.size()) {
            looking.cancel();
            source.set(null);
            preview.set(null);
            problem.set(null);
            busy.set(false);
            return;
        }
        source.set(all.get(at));
        busy.set(true);
        CorpusSource resolved = workbench.resolved().corpus().get(at);
        looking.request(stage -> Preview.of(resolved, SAMPLES), this::looked, this::failed);
    }

    /** The source as the recipe has it. */
    ObjectProperty<@Nullable CorpusSource> sourceProperty() {
        return source;
    }

    /** Its beginning; null where it cannot be looked into. */
    public ObjectProperty<@Nullable Preview> previewProperty() {
        return preview;
    }

    /** Why it cannot be looked into. */
    ObjectProperty<Event.@Nullable Failed> problemProperty() {
        return problem;
    }

    BooleanProperty busyProperty() {
        return busy;
    }

    /** The names of presets, automatic first. */
    static List<String> presets() {
        return Stream.concat(Stream.of(AUTO), Preset.all().keySet().stream()).toList();
    }

    /** The names of formats, automatic first. */
    static List<String> formats() {
        return Stream.concat(Stream.of(AUTO), Arrays.stream(Format.values()).map(Format::label))
                .toList();
    }

    void setPreset(String name) {
        set("preset", Json.line(name));
    }

    void setFormat(String name) {
        set("format", Json.line(name));
    }

    /** Names columns by hand; an empty mapping leaves it to the preset again. */
    void setMap(Map<String, String> map) {
        set("map", Json.line(map));
    }

    /** Fills a field from a column, or from none. */
    void setColumn(String field, @Nullable String column) {
        CorpusSource now = source.get();
        if (now != null) {
            setMap(Mapping.with(now.map(), field, column == null ? "" : column));
        }
    }

    /** The columns that can be chosen: those of the first row, and those that the recipe names. */
    List<String> columns() {
        List<String> columns = new ArrayList<>();
        Preview seen = preview.get();
        CorpusSource now = source.get();
        if (seen != null) {
            columns.addAll(seen.fields());
        }
        if (now != null) {
            now.map().values().stream()
                    .filter(column -> !columns.contains(column))
                    .forEach(columns::add);
        }
        return columns;
    }

    /** The template in which the recipe's last instructions are trained on. */
    public String template() {
        TrainStage stage = workbench.recipe().lastStage(TrainStage.Task.SFT);
        return stage == null ? "alpaca" : stage.template();
    }

    private void set(String key, String yaml) {
        try {
            workbench.editor().set("corpus." + index.get() + "." + key, yaml);
        } catch (RecipeException e) {
            problem.set(Event.Failed.of(e.in("recipe")));
        }
    }

    private void looked(Preview found) {
        busy.set(false);
        problem.set(null);
        preview.set(found);
    }

    private void failed(Failure failure) {
        busy.set(false);
        preview.set(null);
        problem.set(Event.Failed.of(failure));
    }
}
