package lathe.clean.perplexity;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;
import lathe.clean.rule.RuleServices;
import lathe.data.Document;
import lathe.recipe.ContentRules;
import lathe.run.Failure;

/**
 * What computes perplexities, by what a path is: an ARPA file by its name, a model folder by its {@code config.json},
 * and everything else is text to learn from: a file or a folder of files in any form that can be imported.
 */
final class ModelSource {
    private final ContentRules.Perplexity rule;
    private final RuleServices services;
    private final Path path;

    private ModelSource(ContentRules.Perplexity rule, RuleServices services) {
        this.rule = rule;
        this.services = services;
        this.path = services.resolve(rule.model());
    }

    /** The perplexity of texts under a rule's model. */
    static ToDoubleFunction<String> perplexity(ContentRules.Perplexity rule, RuleServices services)
            throws Failure, IOException {
        if (rule.model().isBlank()) {
            throw Failure.badInput(
                    "The rule perplexity has no model", "perplexity: model", "name a file or folder of good text");
        }
        return new ModelSource(rule, services).perplexity();
    }

    private ToDoubleFunction<String> perplexity() throws Failure, IOException {
        if (!Files.exists(path)) {
            throw new NoSuchFileException(path.toString());
        }
        if (Files.exists(path.resolve("config.json"))) {
            ToDoubleFunction<String> likelihood = services.likelihood(path);
            return text -> Math.exp(likelihood.applyAsDouble(text));
        }
        return ngrams()::perplexity;
    }

    private NgramModel ngrams() throws Failure, IOException {
        String name = path.toString().toLowerCase(Locale.ROOT);
        if (name.endsWith(".arpa") || name.endsWith(".arpa.gz")) {
            return ModelCache.get(List.of(path), "arpa", () -> ArpaReader.read(path));
        }
        List<Path> files = files();
        return ModelCache.get(files, rule.order() + " " + rule.prune(), () -> learn(files));
    }

    private List<Path> files() throws IOException {
        try (Stream<Path> all = Files.walk(path)) {
            return all.filter(Files::isRegularFile)
                    .filter(file -> !file.getFileName().toString().startsWith("."))
                    .sorted()
                    .toList();
        }
    }

    private NgramModel learn(List<Path> files) throws Failure, IOException {
        Corpus corpus = new Corpus();
        for (Path file : files) {
            try (Stream<Document> documents = services.documents(file)) {
                for (Iterator<Document> each = documents.iterator(); each.hasNext(); ) {
                    corpus.add(each.next().content());
                    checkSize(corpus);
                }
            }
        }
        if (corpus.size() == 0) {
            throw Failure.badInput("There is no text to learn from", path.toString(), "name files of good text");
        }
        return new Estimator(corpus, rule.order(), rule.prune(), Estimator.MOST_SEQUENCES)
                .estimate()
                .model();
    }

    private static void checkSize(Corpus corpus) throws Failure {
        if (corpus.size() > Corpus.MOST) {
            throw Failure.resources(
                    String.format(Locale.ROOT, "The texts have more than %,d words", Corpus.MOST),
                    "perplexity: model",
                    "learn from less text: a million words are enough for most corpora");
        }
    }
}
