package lathe.clean.engine;

import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import lathe.data.CorpusFolder;
import lathe.data.CorpusWriter;
import lathe.run.Json;

/**
 * How far a folder of annotations has come.
 *
 * @param digest of the records and of all in the rules that is not a bound
 * @param complete whether all shards are there
 * @param shards that are done
 * @param records of these
 * @param scores bytes of its file, as those that follow
 * @param edited how far the edited records had been written
 * @param changed records that each rule has edited, in the order of the list
 */
record AnnotationJournal(
        String digest,
        boolean complete,
        int shards,
        long records,
        long scores,
        List<Long> keys,
        long edits,
        long editEnds,
        CorpusWriter.Position edited,
        List<Long> changed) {
    private static final String NAME = "annotations.json";

    /**
     * The journal of a folder if it belongs to this digest and all it speaks of is there; else that of an empty one.
     */
    static AnnotationJournal read(Path folder, String digest, RuleSet rules) throws IOException {
        AnnotationJournal empty = new AnnotationJournal(
                digest,
                false,
                0,
                0,
                0,
                Collections.nCopies(rules.duplicates().size(), 0L),
                0,
                0,
                CorpusWriter.Position.START,
                Collections.nCopies(rules.names().size(), 0L));
        Path file = folder.resolve(NAME);
        if (!Files.exists(file)) {
            return empty;
        }
        try {
            AnnotationJournal found = Json.read(file, AnnotationJournal.class);
            return found.digest.equals(digest) && found.isReached(folder) ? found : empty;
        } catch (MismatchedInputException e) {
            return empty; // of another version
        }
    }

    private boolean isReached(Path folder) throws IOException {
        boolean all = reaches(folder.resolve("scores.bin"), scores)
                && reaches(folder.resolve("edits.bin"), edits)
                && reaches(folder.resolve("edits.idx"), editEnds)
                && edited.isReached(new CorpusFolder(folder.resolve(AnnotationFolder.EDITED)));
        for (int i = 0; i < keys.size(); i++) {
            all &= reaches(AnnotationFolder.keyFile(folder, i), keys.get(i));
        }
        return all;
    }

    private static boolean reaches(Path file, long length) throws IOException {
        return Files.exists(file) && Files.size(file) >= length;
    }

    void write(Path folder) throws IOException {
        Json.write(folder.resolve(NAME), this);
    }
}
