package lathe.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import lathe.data.CorpusFolder;
import lathe.ingest.Importer;
import lathe.run.Event;
import lathe.run.Failure;
import lathe.run.RunCancelledException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Imports files into a corpus folder. */
@Command(
        name = "import",
        mixinStandardHelpOptions = true,
        description = "Imports files and folders into a corpus folder.")
final class ImportVerb implements Callable<Integer> {
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
            names = "--preset",
            defaultValue = "auto",
            paramLabel = "auto|NAME",
            description =
                    "How fields become records: auto, oasst, sharegpt, messages, alpaca, dolly, gpt4all, redpajama, text…; "
                            + "a wrong name is answered with all.")
    private String preset = "auto";

    @Option(
            names = "--format",
            defaultValue = "auto",
            paramLabel = "auto|NAME",
            description = "How files are read: auto, txt (a document a file), lines, paragraphs, jsonl, json,"
                    + " csv, tsv, parquet, html, pdf, docx, epub, tex, code, warc.")
    private String format = "auto";

    @Option(
            names = "--map",
            paramLabel = "FIELD=COLUMN",
            description = "Record field from source column, by hand. May be repeated.")
    private Map<String, String> map = new LinkedHashMap<>();

    @Option(names = "--out", paramLabel = "DIR", required = true, description = "Becomes the corpus folder.")
    private Path out;

    @Override
    public Integer call() throws Failure, IOException, RunCancelledException {
        try (VerbContext context = new VerbContext(common.reporter())) {
            CorpusFolder corpus =
                    Importer.run(Inputs.sources(in, preset, format, map), out, common.threadsOrAll(), context);
            context.emit(new Event.Artifact("corpus", out.toString()));
            new LedgerText(common.people()).print(corpus.ledger());
            new SourcesText(common.people()).print(corpus);
        }
        return 0;
    }
}
