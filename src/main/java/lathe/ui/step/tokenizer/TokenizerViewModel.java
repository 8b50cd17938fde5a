package lathe.ui.step.tokenizer;

import java.util.Optional;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import lathe.pipeline.Step;
import lathe.recipe.RecipeException;
import lathe.recipe.TokenizerSettings;
import lathe.ui.PaneContext;
import lathe.ui.StepResult;
import lathe.ui.Workbench;
import lathe.ui.open.OpenTokenizer;
import lathe.ui.task.Job;

/** The tokenizer's settings, its training, and the tokenizer that is there now. */
public final class TokenizerViewModel {
    private final Workbench workbench;
    private final OpenTokenizer open;
    private final BooleanProperty stale = new SimpleBooleanProperty();

    /** Where a tokenizer comes from; in the order of the switch. */
    enum Kind {
        TRAIN("tokenizer.kind.train", "{}", TokenizerSettings.Train.class),
        FROM("tokenizer.kind.from", "{from: tokenizer}", TokenizerSettings.From.class),
        EXTEND("tokenizer.kind.extend", "{extend: tokenizer}", TokenizerSettings.Extend.class);

        private final String text;
        private final String yaml;
        private final Class<? extends TokenizerSettings> section;

        Kind(String text, String yaml, Class<? extends TokenizerSettings> section) {
            this.text = text;
            this.yaml = yaml;
            this.section = section;
        }

        /** The key of its name in the bundle. */
        String text() {
            return text;
        }

        Class<? extends TokenizerSettings> section() {
            return section;
        }
    }

    public TokenizerViewModel(PaneContext context) {
        workbench = context.workbench();
        open = new OpenTokenizer(context.tasks());
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

    /** The tokenizer of the project. */
    OpenTokenizer tokenizer() {
        return open;
    }

    /** Whether the tokenizer belongs to earlier settings. */
    BooleanProperty staleProperty() {
        return stale;
    }

    Kind kind() {
        for (Kind kind : Kind.values()) {
            if (kind.section().isInstance(workbench.recipe().tokenizer())) {
                return kind;
            }
        }
        throw new IllegalStateException("no such settings");
    }

    /** Goes over to training one, taking one as it is, or growing one. */
    void setKind(Kind kind) throws RecipeException {
        if (kind != kind()) {
            workbench.editor().set("tokenizer", kind.yaml);
        }
    }

    void train() {
        workbench.start(Step.TOKENIZER);
    }

    private void look() {
        if (!workbench.isOpen()) {
            return;
        }
        workbench.findTokenizer(this::take, failure -> take(Optional.empty()));
    }

    private void take(Optional<StepResult> found) {
        stale.set(found.isPresent() && !found.get().current());
        open.show(found.map(StepResult::folder));
    }
}
