package lathe.ingest;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import lathe.data.CorpusFolder;
import lathe.data.CorpusWriter;
import lathe.data.ImportedFile;
import lathe.data.Rejected;
import lathe.run.Ledger;
import org.jspecify.annotations.Nullable;

/** Writes down what became of the pieces, in their order, and every so often how far that is. */
final class ImportLog implements AutoCloseable {
    private static final long BYTES_PER_NOTE = 64L << 20;

    private final Path folder;
    private final String sources;
    private final CorpusWriter writer;
    private final Ledger.Counter total = new Ledger.Counter();
    private Ledger.Counter file = new Ledger.Counter();
    private @Nullable Origin origin;
    private long fileBytes;
    private int disk;
    private long pieces;
    private int firstOrigin;
    private long unnoted;

    /** Goes on from a journal, or begins. */
    ImportLog(Path folder, String sources, Optional<Journal> journal) throws IOException {
        this.folder = folder;
        this.sources = sources;
        writer = new CorpusWriter(folder, journal.map(Journal::written).orElse(CorpusWriter.Position.START));
        journal.ifPresent(this::goOn);
    }

    private void goOn(Journal journal) {
        disk = journal.disk();
        pieces = journal.pieces();
        firstOrigin = journal.origins();
        total.add(journal.total());
        file.add(journal.file());
        fileBytes = journal.fileBytes();
    }

    /** Index of the file on the disk to begin with. */
    int disk() {
        return disk;
    }

    /** Number of the first origin of that file. */
    int firstOrigin() {
        return firstOrigin;
    }

    /** Whether a piece was written down by an earlier attempt. Only tells which origin is being read. */
    boolean knows(Piece piece) {
        boolean known = piece.disk() == disk && piece.number() < pieces;
        if (known) {
            origin = piece.origin();
        }
        return known;
    }

    /** Writes down what became of a piece. */
    void write(Outcome outcome) throws IOException {
        Piece piece = outcome.piece;
        if (piece.disk() != disk) {
            disk = piece.disk();
            firstOrigin = piece.origin().number();
        }
        if (origin == null || origin.number() != piece.origin().number()) {
            endOrigin();
            origin = piece.origin();
        }
        writer.append(outcome.records);
        for (Rejected item : outcome.rejected) {
            writer.reject(item);
        }
        Ledger ledger = outcome.counter.total();
        total.add(ledger);
        file.add(ledger);
        fileBytes += outcome.records.size();
        pieces = piece.number() + 1;
        unnoted += piece.bytes();
        if (unnoted > BYTES_PER_NOTE) {
            note();
        }
    }

    private void endOrigin() throws IOException {
        Origin ended = origin;
        if (ended != null) {
            String source = ended.file().source().source();
            writer.file(new ImportedFile(
                    source, ended.name(), ended.format(), ended.preset(), ended.charset(), file.total(), fileBytes));
        }
        file = new Ledger.Counter();
        fileBytes = 0;
    }

    /** Notes how far it is, so that an import can go on from here. */
    void note() throws IOException {
        unnoted = 0;
        CorpusWriter.Position written = writer.flush();
        new Journal(sources, disk, pieces, firstOrigin, total.total(), file.total(), fileBytes, written).write(folder);
    }

    /** The account so far. */
    Ledger total() {
        return total.total();
    }

    /** Everything is read: the folder is complete from here on. */
    CorpusFolder finish() throws IOException {
        endOrigin();
        CorpusFolder corpus = writer.finish(total.total());
        Journal.delete(folder);
        return corpus;
    }

    @Override
    public void close() throws IOException {
        writer.close();
    }
}
