package lathe.data;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import lathe.run.Json;
import lathe.run.Ledger;

/** Fills a corpus folder. The ledger is written last: with it the folder counts as one. */
public final class CorpusWriter implements AutoCloseable {
    private static final int BLOCK_BYTES = 1 << 20;

    /** How far each file has been written: what an interrupted import goes back to. */
    public record Position(long records, long index, long rejected, long dropped, long files) {
        /** Nothing written. */
        public static final Position START = new Position(0, 0, 0, 0, 0);

        /** Whether a folder's files reach that far; after a power cut they may not. */
        public boolean isReached(CorpusFolder corpus) throws IOException {
            return reaches(corpus.records(), records)
                    && reaches(corpus.index(), index)
                    && reaches(corpus.rejected(), rejected)
                    && reaches(corpus.dropped(), dropped)
                    && reaches(corpus.files(), files);
        }

        private static boolean reaches(Path file, long length) throws IOException {
            return Files.exists(file) && Files.size(file) >= length;
        }
    }

    private final CorpusFolder corpus;
    private final AppendFile records;
    private final AppendFile index;
    private final AppendFile rejected;
    private final AppendFile dropped;
    private final AppendFile files;
    private CorpusBlock block = new CorpusBlock();

    /** Begins a folder anew. */
    public CorpusWriter(Path folder) throws IOException {
        this(folder, Position.START);
    }

    /** Goes on with a folder from a position; whatever was written after it is cut off. */
    public CorpusWriter(Path folder, Position from) throws IOException {
        Files.createDirectories(folder);
        corpus = new CorpusFolder(folder);
        Files.deleteIfExists(corpus.ledgerFile());
        records = new AppendFile(corpus.records(), from.records());
        index = new AppendFile(corpus.index(), from.index());
        rejected = new AppendFile(corpus.rejected(), from.rejected());
        dropped = new AppendFile(corpus.dropped(), from.dropped());
        files = new AppendFile(corpus.files(), from.files());
    }

    /** A record that goes on. */
    public void keep(Document document) throws IOException {
        block.add(document);
        if (block.size() >= BLOCK_BYTES) {
            appendOwn();
        }
    }

    /** Records that were made ready elsewhere. */
    public void append(CorpusBlock ready) throws IOException {
        index.write(ready.entriesAt(records.length()));
        records.write(ready.lines());
    }

    /** An item that could not be read. */
    public void reject(Rejected item) throws IOException {
        rejected.line(item);
    }

    /** A record that a rule took out. */
    public void drop(Dropped item) throws IOException {
        dropped.line(item.toJson());
    }

    /** A file that is imported from here on; it gets the next number. */
    public void file(ImportedFile file) throws IOException {
        files.line(file);
    }

    /**
     * Hands everything to the operating system, which keeps it even if this process is killed, and says how far it is.
     */
    public Position flush() throws IOException {
        appendOwn();
        return new Position(records.flushed(), index.flushed(), rejected.flushed(), dropped.flushed(), files.flushed());
    }

    /** Closes the account; the folder is complete from here on. */
    public CorpusFolder finish(Ledger ledger) throws IOException {
        close();
        Json.write(corpus.ledgerFile(), ledger);
        return corpus;
    }

    private void appendOwn() throws IOException {
        append(block);
        block = new CorpusBlock();
    }

    @Override
    public void close() throws IOException {
        try (records;
                index;
                rejected;
                dropped;
                files) {
            appendOwn();
        }
    }
}
