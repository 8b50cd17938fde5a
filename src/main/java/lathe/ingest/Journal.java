package lathe.ingest;

import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import lathe.data.CorpusFolder;
import lathe.data.CorpusWriter;
import lathe.run.Json;
import lathe.run.Ledger;

/**
 * How far an import has come: what another attempt goes on from.
 *
 * @param sources digest of what is imported: files, their sizes and times, and how they are read
 * @param disk index of the file on the disk that was being read
 * @param pieces pieces of that file that are done
 * @param origins number of the first origin of that file
 * @param total the account so far
 * @param file the account so far of the origin that was being read
 * @param fileBytes bytes of its records so far
 * @param written how far the corpus folder's files had been written
 */
record Journal(
        String sources,
        int disk,
        long pieces,
        int origins,
        Ledger total,
        Ledger file,
        long fileBytes,
        CorpusWriter.Position written) {
    private static final String NAME = "import.journal";

    /** The journal in a folder, if it belongs to these sources and all it speaks of is there. */
    static Optional<Journal> read(Path folder, String sources) throws IOException {
        Path file = folder.resolve(NAME);
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        try {
            Journal journal = Json.read(file, Journal.class);
            boolean usable = journal.sources.equals(sources) && journal.written.isReached(new CorpusFolder(folder));
            return usable ? Optional.of(journal) : Optional.empty();
        } catch (MismatchedInputException e) {
            return Optional.empty(); // of another version: the import begins anew
        }
    }

    /** Whether a folder holds an import that was interrupted. */
    static boolean isIn(Path folder) {
        return Files.exists(folder.resolve(NAME));
    }

    void write(Path folder) throws IOException {
        Json.write(folder.resolve(NAME), this);
    }

    static void delete(Path folder) throws IOException {
        Files.deleteIfExists(folder.resolve(NAME));
    }
}
