package lathe.data;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import lathe.run.Json;
import lathe.run.Ledger;

/** Fills a corpus folder, record by record. The ledger is written last: with it the folder counts as one. */
public final class CorpusWriter implements AutoCloseable {
    private final CorpusFolder corpus;
    private final BufferedWriter records;
    private final BufferedWriter rejected;
    private final BufferedWriter dropped;

    public CorpusWriter(Path folder) throws IOException {
        Files.createDirectories(folder);
        corpus = new CorpusFolder(folder);
        Files.deleteIfExists(corpus.ledgerFile());
        records = open(corpus.records());
        rejected = open(corpus.rejected());
        dropped = open(corpus.dropped());
    }

    private static BufferedWriter open(Path file) throws IOException {
        return Files.newBufferedWriter(file, StandardCharsets.UTF_8);
    }

    /** A record that goes on. */
    public void keep(Document document) throws IOException {
        line(records, document);
    }

    /** An item that could not be read. */
    public void reject(Rejected item) throws IOException {
        line(rejected, item);
    }

    /** A record that a rule took out. */
    public void drop(Dropped item) throws IOException {
        line(dropped, item.toJson());
    }

    /** Closes the account; the folder is complete from here on. */
    public CorpusFolder finish(Ledger ledger) throws IOException {
        close();
        Json.write(corpus.ledgerFile(), ledger);
        return corpus;
    }

    @Override
    public void close() throws IOException {
        records.close();
        rejected.close();
        dropped.close();
    }

    private static void line(BufferedWriter out, Object value) throws IOException {
        out.write(Json.line(value));
        out.write('\n');
    }
}
