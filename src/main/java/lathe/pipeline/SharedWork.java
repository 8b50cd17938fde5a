package lathe.pipeline;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import lathe.clean.CleanOptions;
import lathe.clean.Cleaner;
import lathe.data.CorpusFolder;
import lathe.data.Document;
import lathe.data.HeldOut;
import lathe.ingest.Importer;
import lathe.mix.MixRequest;
import lathe.mix.Mixer;
import lathe.model.file.ModelFolder;
import lathe.recipe.Recipe;
import lathe.recipe.TokenizerSettings;
import lathe.run.Failure;
import lathe.run.RunCancelledException;
import lathe.run.RunContext;
import lathe.text.Tokenizer;
import lathe.tokenize.TokenizerTrainers;
import lathe.tokenize.convert.ReadyTokenizer;
import lathe.tokenize.corpus.Sequences;
import lathe.tokenize.extend.TokenizerExtender;

/** What the steps do whose results all runs of a project share: from files to token shards. */
final class SharedWork {
    private final Recipe recipe;
    private final Map<Step, Path> results;
    private final int threads;
    private final RunContext context;

    /**
     * The work for a recipe.
     *
     * @param results folders of finished steps; filled by the caller as they come
     */
    SharedWork(Recipe recipe, Map<Step, Path> results, int threads, RunContext context) {
        this.recipe = recipe;
        this.results = results;
        this.threads = threads;
        this.context = context;
    }

    void carryOut(Step step, Path out) throws Failure, IOException, RunCancelledException {
        switch (step) {
            case IMPORT -> Importer.run(recipe.corpus(), out, threads, context);
            case CLEAN -> clean(out);
            case TOKENIZER -> tokenizer(out);
            case MIX -> mix(out);
            default -> throw new IllegalArgumentException(step + " is not a shared step");
        }
    }

    private void clean(Path out) throws Failure, IOException, RunCancelledException {
        // beside the result, which is made anew when a bound moves; what was measured stays
        CleanServices services = new CleanServices(Path.of("").toAbsolutePath());
        CleanOptions cleaning = CleanOptions.local(threads, null, services)
                .keeping(out.toAbsolutePath().getParent());
        Cleaner.run(List.of(corpus(Step.IMPORT)), recipe.clean(), cleaning, out, context);
    }

    /** Learned from what is trained on only: held-out records must be as new to the tokenizer as to the model. */
    private void tokenizer(Path out) throws Failure, IOException, RunCancelledException {
        if (recipe.tokenizer() instanceof TokenizerSettings.From from) {
            context.phase("tokenizer", "reading");
            take(Path.of(from.from()), out);
        } else if (recipe.tokenizer() instanceof TokenizerSettings.Extend grown) {
            extend(grown, out);
        } else if (recipe.tokenizer() instanceof TokenizerSettings.Train settings) {
            TokenizerTrainers.of(settings)
                    .train(learningTexts(), threads, context)
                    .file()
                    .write(out);
        }
    }

    /** Loading it says what is wrong with it before anything is copied. */
    private static void take(Path place, Path out) throws Failure, IOException {
        try (ReadyTokenizer ready = ReadyTokenizer.open(place)) {
            Tokenizer.load(ready.folder()).close();
            ModelFolder.copyTokenizer(ready.folder(), out);
        }
    }

    private void extend(TokenizerSettings.Extend grown, Path out) throws Failure, IOException, RunCancelledException {
        try (ReadyTokenizer base = ReadyTokenizer.open(Path.of(grown.extend()))) {
            new TokenizerExtender(base.folder(), grown)
                    .extend(learningTexts(), threads, context)
                    .write(out);
        }
    }

    private Sequences learningTexts() throws Failure {
        CorpusFolder cleaned = corpus(Step.CLEAN);
        HeldOut heldOut = new HeldOut(recipe.split().evaluate(), recipe.seed());
        return () ->
                cleaned.read().filter(document -> !heldOut.contains(document)).map(Document::content);
    }

    private void mix(Path out) throws Failure, IOException, RunCancelledException {
        MixRequest request = new MixRequest(
                recipe.mix(),
                recipe.train(),
                recipe.split(),
                recipe.seed(),
                corpus(Step.CLEAN),
                result(Step.TOKENIZER),
                threads);
        Mixer.run(request, out, context);
    }

    private CorpusFolder corpus(Step step) throws Failure {
        return new CorpusFolder(result(step)).require();
    }

    private Path result(Step step) {
        return Objects.requireNonNull(results.get(step), () -> step + " has no result");
    }
}
