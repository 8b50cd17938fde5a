package lathe.mix.shard;

import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import lathe.data.StageData;
import lathe.data.TokenShardWriter;
import lathe.data.TokenShardWriter.Position;
import lathe.run.Json;

/**
 * How far two shards have been filled: what another attempt goes on from.
 *
 * @param key digest of all that decides what is filled in
 * @param records of the corpus that are done
 * @param quoting of those, records that quote special tokens
 */
record FillJournal(String key, long records, long quoting, Position train, Position evaluate) {
    private static final String NAME = "fill.journal";

    /** The journal in a folder, if it is of the same work and all it speaks of is there; else one of nothing. */
    static FillJournal read(StageData data, String key, ShardEncoder encoder) throws IOException {
        Optional<FillJournal> journal = read(data.folder().resolve(NAME)).filter(found -> found.key.equals(key));
        return journal.isPresent() && journal.get().isReached(data, encoder)
                ? journal.get()
                : new FillJournal(key, 0, 0, Position.START, Position.START);
    }

    private static Optional<FillJournal> read(Path file) throws IOException {
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        try {
            return Optional.of(Json.read(file, FillJournal.class));
        } catch (MismatchedInputException e) {
            return Optional.empty(); // of another version: filling begins anew
        }
    }

    private boolean isReached(StageData data, ShardEncoder encoder) throws IOException {
        int vocabSize = encoder.vocabSize();
        boolean masked = encoder.isMasked();
        return TokenShardWriter.reaches(data.trainFolder(), vocabSize, masked, train)
                && TokenShardWriter.reaches(data.evaluateFolder(), vocabSize, masked, evaluate);
    }

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
