package lathe.ui.step.mix.seen;

import java.util.List;
import java.util.Optional;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleIntegerProperty;
import javafx.beans.property.SimpleObjectProperty;
import lathe.pipeline.Step;
import lathe.recipe.TrainStage;
import lathe.run.Failure;
import lathe.ui.PaneContext;
import lathe.ui.StepResult;
import lathe.ui.Workbench;
import lathe.ui.open.OpenTokenizer;
import lathe.ui.open.SharedTokenizer;
import lathe.ui.seen.Reading;
import lathe.ui.seen.StageReader;
import lathe.ui.task.LatestTask;
import lathe.ui.task.StageTask;
import org.jspecify.annotations.Nullable;

/** A stage of the recipe, and one of its records as training reads it. Follows the recipe while somebody looks. */
public final class SeenViewModel {
    private static final double SETTLE_MILLIS = 150;

    private final Workbench workbench;
    private final OpenTokenizer tokenizer;
    private final LatestTask<Opened> reading;
    private final RecordPlace place = new RecordPlace();
    private final BooleanProperty active = new SimpleBooleanProperty();
    private final IntegerProperty stage = new SimpleIntegerProperty(0);
    private final BooleanProperty stale = new SimpleBooleanProperty();
    private final BooleanProperty busy = new SimpleBooleanProperty();
    private final ObjectProperty<@Nullable Reading> shown = new SimpleObjectProperty<>();
    private final ObjectProperty<@Nullable Missing> missing = new SimpleObjectProperty<>();
    private final ObjectProperty<@Nullable Failure> problem = new SimpleObjectProperty<>();
    private @Nullable StepResult corpus;
    private @Nullable StepResult tokens;
    private @Nullable StageReader reader;

    /** A stage, opened, and the record that was asked for. */
    private record Opened(StageReader reader, Optional<Reading> reading) {}

    public SeenViewModel(PaneContext context) {
        workbench = context.workbench();
        tokenizer = new OpenTokenizer(context.tasks());
        reading = new LatestTask<>(context.tasks(), SETTLE_MILLIS);
    }

    /** Begins to follow the project. */
    public void open() {
        workbench.changesProperty().addListener((property, before, now) -> look());
        workbench.editor().recipeProperty().addListener((property, before, now) -> look());
        active.addListener((property, before, now) -> look());
        place.property().addListener((property, before, now) -> {
            Reading read = shown.get();
            if (read == null || read.position() != now.intValue()) {
                read(false);
            }
        });
        tokenizer.tokenizerProperty().addListener((property, before, now) -> read(false));
        tokenizer.problemProperty().addListener((property, before, now) -> read(false));
        look();
    }

    /** Whether somebody looks. */
    public BooleanProperty activeProperty() {
        return active;
    }

    /** The record; null while there is none to show. */
    ReadOnlyObjectProperty<@Nullable Reading> readingProperty() {
        return shown;
    }

    /** What has to be there first; null where nothing is missing. */
    ReadOnlyObjectProperty<@Nullable Missing> missingProperty() {
        return missing;
    }

    /** Why the record could not be read; null where it was. */
    ReadOnlyObjectProperty<@Nullable Failure> problemProperty() {
        return problem;
    }

    /** Whether corpus or tokenizer belong to earlier settings. */
    ReadOnlyBooleanProperty staleProperty() {
        return stale;
    }

    /** Whether a record is being read. */
    ReadOnlyBooleanProperty busyProperty() {
        return busy;
    }

    /** Index of the stage. */
    ReadOnlyIntegerProperty stageProperty() {
        return stage;
    }

    List<TrainStage> stages() {
        return workbench.recipe().train();
    }

    /** Goes to another stage, and to its first record. */
    void chooseStage(int index) {
        if (index != stage.get()) {
            stage.set(index);
            place.restart();
            read(false);
        }
    }

    /** Goes to a record by its place, or to the nearest that there is. */
    void go(int to) {
        place.go(to);
    }

    void next() {
        place.go(place.get() + 1);
    }

    void previous() {
        place.go(place.get() - 1);
    }

    void goAnywhere() {
        place.goAnywhere(workbench.recipe().seed(), stage.get());
    }

    private void look() {
        if (!active.get() || !workbench.isOpen()) {
            return;
        }
        if (stage.get() >= stages().size()) {
            chooseStage(Math.max(0, stages().size() - 1));
        }
        workbench.find(
                Step.CLEAN,
                cleaned -> {
                    corpus = cleaned.orElse(null);
                    workbench.findTokenizer(this::take, failure -> take(Optional.empty()));
                },
                this::fail);
    }

    private void take(Optional<StepResult> found) {
        tokens = found.orElse(null);
        tokenizer.show(found.map(StepResult::folder));
        read(true);
    }

    private @Nullable Missing missing() {
        if (stages().isEmpty()) {
            return Missing.STAGE;
        }
        return corpus == null ? Missing.CORPUS : tokens == null ? Missing.TOKENIZER : null;
    }

    /**
     * Reads the record.
     *
     * @param settle whether to wait for the typing to pause
     */
    private void read(boolean settle) {
        SharedTokenizer with = tokenizer.tokenizerProperty().get();
        Missing first = missing();
        StepResult from = corpus;
        stale.set(isStale(corpus) || isStale(tokens));
        if (first != null || from == null || with == null) {
            reading.cancel();
            show(null, first, tokenizer.problemProperty().get());
            return;
        }
        StageReader.Setup setup =
                new StageReader.Setup(from.folder(), with, stages().get(Math.min(stage.get(), stages().size() - 1)));
        busy.set(true);
        if (settle) {
            reading.request(work(setup, place.get()), this::take, this::fail);
        } else {
            reading.now(work(setup, place.get()), this::take, this::fail);
        }
    }

    private StageTask.Work<Opened> work(StageReader.Setup setup, int wanted) {
        StageReader before = reader;
        return context -> {
            StageReader opened = StageReader.open(setup, before, context);
            int place = Math.min(wanted, opened.size() - 1);
            return new Opened(opened, place < 0 ? Optional.empty() : opened.read(place));
        };
    }

    private void take(Opened opened) {
        reader = opened.reader();
        place.setCount(reader.size());
        if (reader.size() == 0) {
            show(null, Missing.RECORDS, null);
        } else {
            opened.reading().ifPresent(found -> {
                show(found, null, null);
                place.go(found.position());
            });
        }
    }

    private void fail(Failure failure) {
        show(null, null, failure);
    }

    private void show(@Nullable Reading found, @Nullable Missing first, @Nullable Failure failure) {
        busy.set(false);
        missing.set(first);
        problem.set(first == null ? failure : null);
        shown.set(found);
    }

    private static boolean isStale(@Nullable StepResult result) {
        return result != null && !result.current();
    }
}
