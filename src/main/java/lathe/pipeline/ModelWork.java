package lathe.pipeline;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import lathe.data.StageData;
import lathe.export.ExportRequest;
import lathe.export.Exported;
import lathe.export.Exporter;
import lathe.export.card.CardFacts;
import lathe.model.resize.VocabRows;
import lathe.recipe.ExportFormat;
import lathe.recipe.ModelSettings;
import lathe.recipe.Recipe;
import lathe.recipe.SettingsTable;
import lathe.run.Failure;
import lathe.run.RunCancelledException;
import lathe.run.RunContext;
import lathe.train.TokenRows;
import lathe.train.TrainRequest;
import lathe.train.Trainer;

/** What the steps do whose results rest in the run's own folder: train, evaluate, export. */
final class ModelWork {
    private final RunFolder run;
    private final Recipe recipe;
    private final Map<Step, Path> results;
    private final RunOptions options;
    private final RunContext context;
    private final Stages stages;

    ModelWork(RunFolder run, Recipe recipe, Map<Step, Path> results, RunOptions options, RunContext context) {
        this.run = run;
        this.recipe = recipe;
        this.results = results;
        this.options = options;
        this.context = context;
        stages = new Stages(run, recipe);
    }

    void carryOut(Step step) throws Failure, IOException, RunCancelledException {
        switch (step) {
            case TRAIN -> train();
            case EVALUATE -> new EvaluateWork(run, recipe, results, options, context).carryOut();
            case EXPORT -> export();
            default -> throw new IllegalArgumentException(step + " does not rest in a run's folder");
        }
    }

    private void train() throws Failure, IOException, RunCancelledException {
        if (stages.isResized() && !Files.exists(stages.resizedModel())) {
            resize((ModelSettings.From) recipe.model());
        }
        for (int i = 0; i < recipe.train().size(); i++) {
            context.checkCancelled();
            if (stages.isDone(i)) {
                context.phase("train", "stage " + i + " is done already");
            } else {
                Trainer.run(request(i), context);
            }
        }
    }

    private void resize(ModelSettings.From model) throws Failure, IOException {
        context.phase("train", "fitting the embedding to the tokenizer");
        Files.createDirectories(stages.resizedModel().getParent());
        VocabRows rows = TokenRows.resize(
                Path.of(model.from()), result(Step.TOKENIZER), model.resizeVocab(), stages.resizedModel());
        context.phase(
                "train",
                String.format(
                        Locale.ROOT,
                        "%,d rows of the embedding kept, %,d new",
                        rows.size() - rows.made(),
                        rows.made()));
        if (rows.made() > 0
                && recipe.train().stream().allMatch(stage -> stage.method().isAdapter())) {
            context.warn(
                    "The rows of " + rows.made() + " new tokens stay as they begin: an adapter does not train them",
                    "model.resize-vocab",
                    "train all weights on texts first: a stage with task: pretrain and method: full");
        }
    }

    private TrainRequest request(int stage) throws Failure {
        Optional<Path> before = stages.modelBefore(stage);
        TrainRequest.Start start = before.isPresent()
                ? new TrainRequest.Start.Folder(before.get())
                : new TrainRequest.Start.New((ModelSettings.New) recipe.model());
        return new TrainRequest(
                recipe.train().get(stage),
                stage,
                recipe.seed(),
                StageData.in(result(Step.MIX), stage),
                recipe.mix().order(),
                start,
                result(Step.TOKENIZER),
                run.folder(),
                options.device(),
                options.threads(),
                options.resume());
    }

    private Path result(Step step) {
        return Objects.requireNonNull(results.get(step), () -> step + " has no result");
    }

    private void export() throws Failure, IOException, RunCancelledException {
        CardFacts facts = RunFacts.of(run, recipe, results);
        for (ExportFormat format : recipe.export()) {
            context.checkCancelled();
            if (format == ExportFormat.ADAPTER && stages.lastAdapter().isEmpty()) {
                context.warn(
                        "The last stage trained no adapter, so there is none to export", "export", "leave out adapter");
                continue;
            }
            Path out = run.folder().resolve("export").resolve(SettingsTable.word(format));
            Exported proof = Exporter.run(
                    new ExportRequest(
                            stages.requireLastModel(),
                            stages.lastAdapter().orElse(null),
                            format,
                            out,
                            recipe.evaluate().prompts(),
                            stages.template().orElse(null),
                            options.device(),
                            options.threads(),
                            null,
                            facts),
                    context);
            context.phase(
                    "export",
                    String.format(
                            Locale.ROOT,
                            "proven: %d of %d next tokens agree; perplexity %.4f, was %.4f",
                            proof.agreeing(),
                            proof.tokens(),
                            proof.perplexityAfter(),
                            proof.perplexityBefore()));
        }
    }
}
