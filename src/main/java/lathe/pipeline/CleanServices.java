package lathe.pipeline;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;
import lathe.clean.rule.RuleServices;
import lathe.data.CorpusFolder;
import lathe.data.Document;
import lathe.evaluate.Evaluator;
import lathe.evaluate.Score;
import lathe.ingest.Importer;
import lathe.recipe.CorpusSource;
import lathe.run.Failure;
import lathe.run.RunCancelledException;
import lathe.run.RunContext;
import lathe.run.WholeFile;
import lathe.text.Tokenizer;

/**
 * What cleaning rules need of other stages: files are read as imports are, tokens counted by the house's tokenizers,
 * texts scored by its models.
 *
 * @param base what the paths in rules are relative to
 */
public record CleanServices(Path base) implements RuleServices {

    @Override
    public Stream<Document> documents(Path file) throws Failure, IOException {
        if (CorpusFolder.isOne(file)) {
            return new CorpusFolder(file).read();
        }
        Path folder = Files.createTempDirectory("lathe-rule");
        CorpusSource source =
                new CorpusSource(file.toString(), file.getFileName().toString(), "auto", "auto", Map.of());
        try {
            return Importer.run(List.of(source), folder, 1, RunContext.quiet())
                    .read()
                    .onClose(() -> delete(folder));
        } catch (RunCancelledException e) {
            throw new IllegalStateException("nobody can cancel this", e);
        } catch (Failure | IOException e) {
            delete(folder);
            throw e;
        }
    }

    private static void delete(Path folder) {
        try {
            WholeFile.deleteTree(folder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public ToDoubleFunction<String> tokens(Path tokenizer) throws Failure, IOException {
        Tokenizer loaded = Tokenizer.load(tokenizer);
        return text -> loaded.encode(text).length;
    }

    @Override
    public ToDoubleFunction<String> likelihood(Path model) throws Failure, IOException {
        Evaluator evaluator =
                Evaluator.open(model, null, "cpu", Runtime.getRuntime().availableProcessors());
        return text -> mean(evaluator, text);
    }

    /** One text at a time: the model's own threads are busy with it. */
    private static double mean(Evaluator evaluator, String text) {
        synchronized (evaluator) {
            try {
                Score score = evaluator.score(text, RunContext.quiet());
                return score.tokens() == 0 ? Double.NaN : score.nll() / score.tokens();
            } catch (Failure e) {
                throw new IllegalStateException(e.what() + " " + e.where(), e);
            } catch (RunCancelledException e) {
                throw new IllegalStateException("nobody can cancel this", e);
            }
        }
    }
}
