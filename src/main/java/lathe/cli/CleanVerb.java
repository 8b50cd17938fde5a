package lathe.cli;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import lathe.clean.CleanOptions;
import lathe.clean.CleanReport;
import lathe.clean.Cleaner;
import lathe.data.CorpusFolder;
import lathe.data.Document;
import lathe.pipeline.CleanServices;
import lathe.recipe.DataJuicer;
import lathe.recipe.RecipeException;
import lathe.recipe.RecipeYaml;
import lathe.recipe.Rule;
import lathe.run.Event;
import lathe.run.Failure;
import lathe.run.Json;
import lathe.run.RunCancelledException;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Applies cleaning rules to files or a corpus folder. */
@Command(
        name = "clean",
        mixinStandardHelpOptions = true,
        description = "Applies cleaning rules: kept, dropped and changed, each with its reason.")
final class CleanVerb implements Callable<Integer> {
    /** Forms of the result besides the corpus folder. */
    enum Form {
        JSONL,
        PARQUET
    }

    @Mixin
    private final CommonOptions common = new CommonOptions();

    @Option(
            names = "--in",
            paramLabel = "PATH",
            required = true,
            arity = "1..*",
            description = "Files, folders, corpus folders.")
    private List<Path> in;

    @Option(
            names = "--rules",
            paramLabel = "RULES.yaml",
            required = true,
            description = "Rules under `rules:`, as under `clean:` in a recipe; or a recipe of data-juicer.")
    private Path rules;

    @Option(names = "--out", paramLabel = "DIR", required = true, description = "Becomes the cleaned corpus folder.")
    private Path out;

    @Option(
            names = "--write",
            paramLabel = "jsonl|parquet",
            description = "Also writes kept and dropped records in this form.")
    private @Nullable Form write;

    @Option(
            names = "--scores",
            paramLabel = "FILE",
            description = "A line per record with every statistic of every rule.")
    private @Nullable Path scores;

    @Option(
            names = "--engine",
            paramLabel = "local|spark[=MASTER]",
            defaultValue = "local",
            description = "What carries it out.")
    private String engine = "local";

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() throws Failure, IOException, RunCancelledException {
        if (write == Form.PARQUET) {
            throw Failure.later("--write parquet");
        }
        EngineChoice choice = EngineChoice.of(engine);
        if (choice.isElsewhere()) {
            choice.runElsewhere(spec.root().commandLine().getParseResult().originalArgs());
            return 0;
        }
        List<Rule> ready = read();
        Path base = Path.of("")
                .toAbsolutePath()
                .resolve(rules)
                .normalize()
                .resolve("..")
                .normalize();
        CleanOptions options = CleanOptions.local(common.threadsOrAll(), scores, new CleanServices(base))
                .with(choice.engine(common.threadsOrAll()));
        try (VerbContext context = new VerbContext(common.reporter());
                Inputs inputs = Inputs.open(in, context)) {
            CleanReport report = Cleaner.run(List.of(inputs.corpus()), ready, options, out, context);
            if (write == Form.JSONL) {
                writeKept(report.corpus());
            }
            context.emit(new Event.Artifact("corpus", out.toString()));
            new LedgerText(common.people()).print(report.ledger());
        }
        return 0;
    }

    private List<Rule> read() throws Failure, IOException {
        try {
            String yaml = Files.readString(rules, StandardCharsets.UTF_8);
            return DataJuicer.isOne(yaml) ? imported(yaml) : RecipeYaml.readRules(yaml);
        } catch (RecipeException e) {
            throw e.in(rules.toString());
        }
    }

    private List<Rule> imported(String yaml) throws RecipeException {
        DataJuicer imported = DataJuicer.read(yaml);
        imported.notes().forEach(note -> common.people().println("data-juicer: " + note));
        return imported.rules();
    }

    /** The records in the form that other programs read, {@code prompt} and {@code response} included. */
    private static void writeKept(CorpusFolder corpus) throws IOException {
        Path kept = corpus.folder().resolve("kept.jsonl");
        try (Stream<Document> records = corpus.read();
                BufferedWriter lines = Files.newBufferedWriter(kept, StandardCharsets.UTF_8)) {
            Iterator<Document> each = records.iterator();
            while (each.hasNext()) {
                lines.write(Json.line(each.next()) + "\n");
            }
        }
    }
}
