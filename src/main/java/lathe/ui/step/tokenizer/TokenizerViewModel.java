package lathe.ui.step.tokenizer;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import lathe.pipeline.Step;
import lathe.recipe.RecipeException;
import lathe.recipe.TokenizerSettings;
import lathe.run.Failure;
import lathe.text.Tokenizer;
import lathe.ui.PaneContext;
import lathe.ui.StepResult;
import lathe.ui.Workbench;
import lathe.ui.kit.RecipeEditor;
import lathe.ui.task.Job;
import lathe.ui.task.LatestTask;
import org.jspecify.annotations.Nullable;

/** The tokenizer's settings, its training, and a text cut up by it. */
public final class TokenizerViewModel {
    private static final double SETTLE_MILLIS = 80;

    private final Workbench workbench;
    private final LatestTask<Cut> cutting;
    private final StringProperty text = new SimpleStringProperty("");
    private final ObjectProperty<@Nullable Cut> cut = new SimpleObjectProperty<>();
    private final BooleanProperty stale = new SimpleBooleanProperty();
    private @Nullable Path folder;
    private volatile @Nullable Opened opened;

    /** A tokenizer that was read from a folder. */
    private record Opened(Path folder, Tokenizer tokenizer) {}

    public TokenizerViewModel(PaneContext context) {
        workbench = context.workbench();
        cutting = new LatestTask<>(context.tasks(), SETTLE_MILLIS);
        text.addListener((property, before, now) -> cut());
    }

    /** Begins to follow the project. */
    void open() {
        workbench.reattach(Step.TOKENIZER);
        workbench.changesProperty().addListener((property, before, now) -> look());
        workbench.editor().recipeProperty().addListener((property, before, now) -> look());
        look();
    }

    Job job() {
        return workbench.job(Step.TOKENIZER);
    }

    /** The text in the try-box. */
    StringProperty textProperty() {
        return text;
    }

    /** That text in tokens; null where there is no tokenizer yet. */
    ObjectProperty<@Nullable Cut> cutProperty() {
        return cut;
    }

    /** Whether the tokenizer in the try-box belongs to earlier settings. */
    BooleanProperty staleProperty() {
        return stale;
    }

    boolean isFromFolder() {
        return workbench.recipe().tokenizer() instanceof TokenizerSettings.From;
    }

    /** Goes over to training one, or to one that exists. */
    void setFromFolder(boolean fromFolder) throws RecipeException {
        RecipeEditor editor = workbench.editor();
        editor.set("tokenizer", fromFolder ? "{from: tokenizer}" : "{}");
    }

    void train() {
        workbench.start(Step.TOKENIZER);
    }

    private void look() {
        if (!workbench.isOpen()) {
            return;
        }
        // one in another form is looked at when the step has converted it
        if (workbench.resolved().tokenizer() instanceof TokenizerSettings.From from
                && Files.isRegularFile(Path.of(from.from(), "tokenizer.json"))) {
            take(Optional.of(new StepResult(Path.of(from.from()), true)));
        } else {
            workbench.find(Step.TOKENIZER, this::take, failure -> take(Optional.empty()));
        }
    }

    private void take(Optional<StepResult> found) {
        folder = found.map(StepResult::folder).orElse(null);
        stale.set(found.isPresent() && !found.get().current());
        cut();
    }

    private void cut() {
        Path from = folder;
        String what = text.get();
        if (from == null) {
            cutting.cancel();
            cut.set(null);
        } else {
            cutting.request(context -> cut(from, what), cut::set, failure -> cut.set(null));
        }
    }

    private Cut cut(Path from, String what) throws IOException, Failure {
        Opened now = opened;
        if (now == null || !now.folder().equals(from)) {
            if (now != null) {
                now.tokenizer().close();
            }
            now = new Opened(from, Tokenizer.load(from));
            opened = now;
        }
        return new Cut(
                what, List.copyOf(now.tokenizer().tokens(what)), now.tokenizer().vocabSize());
    }
}
