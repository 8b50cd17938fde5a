package lathe.ingest;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import lathe.data.CorpusFolder;
import lathe.recipe.CorpusSource;
import lathe.run.Failure;
import lathe.run.InOrder;
import lathe.run.Ledger;
import lathe.run.RunCancelledException;
import lathe.run.RunContext;
import org.jspecify.annotations.Nullable;

/**
 * Imports sources into a corpus folder. What cannot be read is rejected with file, line and reason; the rest goes on.
 * One thread cuts the files into pieces and writes down what became of them, in order; the others make records. An
 * import that was interrupted leaves a journal, and the next one into the same folder goes on from it.
 */
public final class Importer {
    private static final long HEAP_SHARE = 16;
    private static final long NANOS_PER_REPORT = 100_000_000;

    private final ImportLog log;
    private final RunContext context;
    private final long totalBytes;
    private long reported = System.nanoTime();

    private Importer(ImportLog log, RunContext context, long totalBytes) {
        this.log = log;
        this.context = context;
        this.totalBytes = totalBytes;
    }

    /**
     * Imports.
     *
     * @param sources with absolute paths
     * @param out becomes the corpus folder
     * @param threads that make records; any number gives the same folder
     */
    public static CorpusFolder run(List<CorpusSource> sources, Path out, int threads, RunContext context)
            throws Failure, IOException, RunCancelledException {
        List<SourceFile> files = SourceFiles.of(sources);
        context.phase("import", "reading");
        long bytes = 0;
        for (SourceFile file : files) {
            bytes += Files.size(file.path());
        }
        String digest = SourceFiles.digest(sources, files);
        Optional<Journal> journal = Journal.read(out, digest);
        try (ImportLog log = new ImportLog(out, digest, journal)) {
            Importer importer = new Importer(log, context, bytes);
            if (journal.isPresent()) {
                context.phase("import", "going on after " + log.total().records() + " records");
            }
            importer.importAll(files, threads);
            return importer.finish();
        }
    }

    /** Whether a folder holds an import that was interrupted and can go on. */
    public static boolean isInterrupted(Path folder) {
        return Journal.isIn(folder);
    }

    private void importAll(List<SourceFile> files, int threads) throws Failure, IOException, RunCancelledException {
        long most = Runtime.getRuntime().maxMemory() / HEAP_SHARE;
        try (Pieces pieces = new Pieces(files, log.disk(), log.firstOrigin())) {
            InOrder.run(
                    unknown(pieces),
                    1,
                    threads,
                    new InOrder.Load<>(Piece::bytes, most),
                    batch -> PieceWork.of(batch.get(0)),
                    this::write);
        } catch (UncheckedIOException e) {
            throw e.getCause() == null ? new IOException(e) : e.getCause();
        } catch (RunCancelledException e) {
            log.note();
            throw e;
        }
    }

    /** The pieces that an earlier attempt did not write down. */
    private Iterator<Piece> unknown(Pieces pieces) {
        return new Iterator<>() {
            private @Nullable Piece ahead = read();

            private @Nullable Piece read() {
                try {
                    Piece piece = pieces.next();
                    while (piece != null && log.knows(piece)) {
                        piece = pieces.next();
                    }
                    return piece;
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            }

            @Override
            public boolean hasNext() {
                return ahead != null;
            }

            @Override
            public Piece next() {
                Piece given = ahead;
                if (given == null) {
                    throw new NoSuchElementException();
                }
                ahead = read();
                return given;
            }
        };
    }

    private void write(Outcome outcome) throws IOException, RunCancelledException {
        log.write(outcome);
        context.checkCancelled();
        long now = System.nanoTime();
        if (now - reported > NANOS_PER_REPORT) {
            reported = now;
            context.progress(
                    outcome.piece.position(), totalBytes, "bytes", log.total().records());
        }
    }

    private CorpusFolder finish() throws IOException {
        Ledger ledger = log.total();
        CorpusFolder corpus = log.finish();
        context.progress(totalBytes, totalBytes, "bytes", ledger.records());
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
