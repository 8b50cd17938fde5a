package lathe.ingest;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import lathe.data.CorpusFolder;
import lathe.data.CorpusWriter;
import lathe.recipe.CorpusSource;
import lathe.run.Failure;
import lathe.run.Ledger;
import lathe.run.RunCancelledException;
import lathe.run.RunContext;

/**
 * Imports sources into a corpus folder. What cannot be read is rejected with file, line and reason; the rest goes on.
 */
public final class Importer {
    private static final int ITEMS_PER_REPORT = 1000;

    private final CorpusWriter writer;
    private final RunContext context;
    private final Ledger.Counter counter = new Ledger.Counter();
    private final long totalBytes;
    private long doneBytes;

    private Importer(CorpusWriter writer, RunContext context, long totalBytes) {
        this.writer = writer;
        this.context = context;
        this.totalBytes = totalBytes;
    }

    /**
     * Imports.
     *
     * @param sources with absolute paths
     * @param out becomes the corpus folder
     */
    public static CorpusFolder run(List<CorpusSource> sources, Path out, RunContext context)
            throws Failure, IOException, RunCancelledException {
        List<SourceFile> files = SourceFiles.of(sources);
        for (CorpusSource source : sources) {
            new RecordMaker(source); // refuses a wrong preset or mapping before anything is written
        }
        context.phase("import", "reading");
        long bytes = 0;
        for (SourceFile file : files) {
            bytes += Files.size(file.path());
        }
        try (CorpusWriter writer = new CorpusWriter(out)) {
            Importer importer = new Importer(writer, context, bytes);
            for (SourceFile file : files) {
                importer.read(file);
            }
            return importer.finish();
        }
    }

    private void read(SourceFile file) throws Failure, IOException, RunCancelledException {
        try (FileImport items = new FileImport(file)) {
            int seen = 0;
            for (FileImport.Outcome outcome = items.next(); outcome != null; outcome = items.next()) {
                context.checkCancelled();
                write(outcome);
                if (++seen % ITEMS_PER_REPORT == 0) {
                    context.progress(doneBytes + items.position(), totalBytes, "bytes");
                }
            }
            doneBytes += items.position();
        }
        context.progress(doneBytes, totalBytes, "bytes");
    }

    private void write(FileImport.Outcome outcome) throws IOException {
        if (outcome.kept() != null) {
            writer.keep(outcome.kept());
            counter.keep(1);
        } else if (outcome.rejected() != null) {
            writer.reject(outcome.rejected());
            counter.reject(outcome.rejected().reason());
        }
    }

    private CorpusFolder finish() throws IOException {
        Ledger ledger = counter.total();
        CorpusFolder corpus = writer.finish(ledger);
        if (ledger.read() > ledger.kept()) {
            context.warn(
                    ledger.read() - ledger.kept() + " of " + ledger.read() + " items could not be read: "
                            + ledger.rejected(),
                    corpus.rejected().getFileName().toString(),
                    "each stands in rejected.jsonl with file, line and reason");
        }
        return corpus;
    }
}
