package lathe.ui;

import java.io.IOException;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import lathe.pipeline.Project;
import lathe.pipeline.RunFolder;
import lathe.pipeline.RunState;
import lathe.pipeline.Step;
import lathe.recipe.Recipe;
import lathe.run.Failure;

/** Finds out how the steps of a project stand; reads files, so not for the JavaFX thread. */
final class StepMarks {
    private final Project project;
    private final Recipe recipe;

    StepMarks(Project project, Recipe recipe) {
        this.project = project;
        this.recipe = recipe;
    }

    Map<WizardStep, StepMark> find() throws IOException, Failure {
        Map<WizardStep, StepMark> marks = new EnumMap<>(WizardStep.class);
        marks.put(WizardStep.CORPUS, recipe.corpus().isEmpty() ? StepMark.ATTENTION : shared(Step.IMPORT));
        marks.put(WizardStep.CLEAN, shared(Step.CLEAN));
        marks.put(WizardStep.TOKENIZER, shared(Step.TOKENIZER));
        marks.put(WizardStep.MIX, shared(Step.MIX));
        marks.put(WizardStep.MODEL, recipe.train().isEmpty() ? StepMark.ATTENTION : StepMark.DONE);
        StepMark train = training();
        marks.put(WizardStep.TRAIN, train);
        boolean trained = train == StepMark.DONE || train == StepMark.STALE;
        marks.put(WizardStep.COMPARE, trained ? train : StepMark.NOT_YET);
        marks.put(WizardStep.EXPORT, recipe.export().isEmpty() || !trained ? StepMark.NOT_YET : train);
        return marks;
    }

    private StepMark shared(Step step) throws IOException {
        RunState job = new RunFolder(project.folder().resolve("jobs").resolve(step.word())).state();
        if (job == RunState.RUNNING) {
            return StepMark.RUNNING;
        }
        try {
            return switch (project.state(recipe, step)) {
                case DONE -> StepMark.DONE;
                case STALE -> StepMark.STALE;
                case MISSING ->
                    job == RunState.FAILED || job == RunState.CRASHED ? StepMark.ATTENTION : StepMark.NOT_YET;
            };
        } catch (Failure e) {
            // a source that is not there: the pane says which
            return step == Step.IMPORT ? StepMark.ATTENTION : StepMark.NOT_YET;
        }
    }

    private StepMark training() throws IOException, Failure {
        List<RunFolder> runs = project.runs();
        if (runs.isEmpty()) {
            return StepMark.NOT_YET;
        }
        RunFolder newest = runs.get(0);
        return switch (newest.state()) {
            case RUNNING -> StepMark.RUNNING;
            case DONE ->
                TrainedModel.newest(project).isEmpty()
                        ? StepMark.NOT_YET
                        : isOfThisRecipe(newest) ? StepMark.DONE : StepMark.STALE;
            case FAILED, CRASHED, CANCELLED -> StepMark.ATTENTION;
            case NEW -> StepMark.NOT_YET;
        };
    }

    private boolean isOfThisRecipe(RunFolder run) throws IOException {
        try {
            return run.recipe().equals(recipe);
        } catch (Failure e) {
            return false;
        }
    }
}
