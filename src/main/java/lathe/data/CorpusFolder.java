package lathe.data;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import lathe.run.Failure;
import lathe.run.Json;
import lathe.run.Ledger;

/**
 * A folder of records, as import and clean write it: the records, the ledger, and what did not make it.
 *
 * @param folder where it is
 */
public record CorpusFolder(Path folder) {
    /** Changes when the folder's files do: a folder of another layout is made anew. */
    public static final int LAYOUT = 2;

    private static final String RECORDS = "records.jsonl";

    /** Whether a folder is one. */
    public static boolean isOne(Path folder) {
        return Files.isRegularFile(folder.resolve(RECORDS)) && Files.isRegularFile(folder.resolve("ledger.json"));
    }

    /** The file that holds the records, one a line. */
    public Path records() {
        return folder.resolve(RECORDS);
    }

    /** An entry for each record, in order: see {@link CorpusIndex}. */
    public Path index() {
        return folder.resolve("index.bin");
    }

    /** The files that the records come from, one a line: {@link ImportedFile}. Empty where a step made the records. */
    public Path files() {
        return folder.resolve("files.jsonl");
    }

    /** The account of the step that wrote it. */
    public Ledger ledger() throws IOException {
        return Json.read(ledgerFile(), Ledger.class);
    }

    public Path ledgerFile() {
        return folder.resolve("ledger.json");
    }

    /** Items that could not be read: {@code {"file", "line", "reason", "excerpt"}}. */
    public Path rejected() {
        return folder.resolve("rejected.jsonl");
    }

    /** Records that a rule took out, each with the rule and its value. */
    public Path dropped() {
        return folder.resolve("dropped.jsonl");
    }

    /** All records in order; close the stream. */
    public Stream<Document> read() throws IOException {
        BufferedReader lines = Files.newBufferedReader(records(), StandardCharsets.UTF_8);
        return lines.lines().map(CorpusFolder::parse).onClose(() -> close(lines));
    }

    /** How many records there are, from the ledger. */
    public long size() throws IOException {
        return ledger().records();
    }

    /** This folder, if it is a corpus folder; else a failure that says what to do. */
    public CorpusFolder require() throws Failure {
        if (!isOne(folder)) {
            throw Failure.badInput(
                    "This is not a corpus folder",
                    folder.toString(),
                    "import into it first: lathe import --in PATH --out DIR");
        }
        return this;
    }

    private static Document parse(String line) {
        try {
            return Json.mapper().readValue(line, Document.class);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException("a corpus folder holds a broken line", e);
        }
    }

    private static void close(BufferedReader lines) {
        try {
            lines.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
