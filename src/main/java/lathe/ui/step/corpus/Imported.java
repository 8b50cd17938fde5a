package lathe.ui.step.corpus;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import lathe.data.CorpusFolder;
import lathe.data.Rejected;
import lathe.run.Json;
import lathe.run.Ledger;
import lathe.ui.StepResult;

/**
 * What an import left behind.
 *
 * @param current whether it belongs to the sources as they stand
 * @param rejected the first items that could not be read
 */
record Imported(boolean current, Ledger ledger, List<Rejected> rejected) {
    private static final int MOST_REJECTED = 500;

    static Imported read(StepResult result) throws IOException {
        CorpusFolder corpus = new CorpusFolder(result.folder());
        List<Rejected> rejected = new ArrayList<>();
        if (Files.exists(corpus.rejected())) {
            try (BufferedReader lines = Files.newBufferedReader(corpus.rejected())) {
                String line = lines.readLine();
                while (line != null && rejected.size() < MOST_REJECTED) {
                    rejected.add(Json.mapper().readValue(line, Rejected.class));
                    line = lines.readLine();
                }
            }
        }
        return new Imported(result.current(), corpus.ledger(), rejected);
    }
}
