package lathe.ingest;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import lathe.recipe.CorpusSource;
import lathe.run.Event;
import lathe.run.RunCancelledException;
import lathe.run.RunContext;
import lathe.run.StopRequest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An import that was interrupted goes on, and its folder is in no way different from an undisturbed one's. */
class ResumeTest {
    private static final List<String> WRITTEN =
            List.of("records.jsonl", "index.bin", "rejected.jsonl", "files.jsonl", "ledger.json");

    @TempDir
    Path folder;

    private List<CorpusSource> sources;

    @BeforeEach
    void makeSources() throws IOException {
        Path in = Files.createDirectories(folder.resolve("in"));
        for (int file = 0; file < 3; file++) {
            StringBuilder lines = new StringBuilder();
            for (int i = 0; i < 12_000; i++) {
                lines.append(
                        i % 97 == 0
                                ? "{broken\n"
                                : "{\"text\": \"line " + i + " of " + file + " 中文 " + "x".repeat(i % 80) + "\"}\n");
            }
            Files.writeString(in.resolve(file + ".jsonl"), lines);
        }
        Files.writeString(in.resolve("0.json"), "[{\"instruction\": \"a\", \"output\": \"b\"}]");
        Files.writeString(in.resolve("1.bin"), "?");
        Files.writeString(in.resolve("2-empty.jsonl"), "");
        sources = List.of(new CorpusSource(in.toString(), "web", "auto", "auto", Map.of()));
    }

    @Test
    void anyNumberOfThreadsGivesTheSameFolder() throws Exception {
        Path one = folder.resolve("one");
        Path four = folder.resolve("four");

        Importer.run(sources, one, 1, RunContext.quiet());
        Importer.run(sources, four, 4, RunContext.quiet());

        assertSame(one, four);
    }

    @Test
    void aCancelledImportGoesOnWhereItStood() throws Exception {
        Path whole = folder.resolve("whole");
        Importer.run(sources, whole, 2, RunContext.quiet());
        for (int pieces = 1; pieces < 16; pieces += 3) {
            Path out = folder.resolve("stopped-" + pieces);
            StopAfter stop = new StopAfter(pieces);
            assertThrows(RunCancelledException.class, () -> Importer.run(sources, out, 2, stop));
            assertTrue(Importer.isInterrupted(out));

            StopAfter again = new StopAfter(Integer.MAX_VALUE);
            Importer.run(sources, out, 3, again);

            assertTrue(
                    again.told.stream().anyMatch(phase -> phase.startsWith("going on after")), again.told.toString());
            assertFalse(Importer.isInterrupted(out));
            assertSame(whole, out);
        }
    }

    @Test
    void aKilledImportLosesOnlyWhatItsJournalDoesNotKnow() throws Exception {
        Path whole = folder.resolve("whole");
        Importer.run(sources, whole, 2, RunContext.quiet());
        Path out = folder.resolve("killed");
        assertThrows(RunCancelledException.class, () -> Importer.run(sources, out, 2, new StopAfter(4)));
        // a process that is killed has written more than its journal says, the last line torn
        Files.writeString(
                out.resolve("records.jsonl"), Files.readString(out.resolve("records.jsonl")) + "{\"id\":\"web:9");

        Importer.run(sources, out, 2, RunContext.quiet());

        assertSame(whole, out);
    }

    @Test
    void aFolderThatLostItsEndBeginsAnew() throws Exception {
        Path whole = folder.resolve("whole");
        Importer.run(sources, whole, 2, RunContext.quiet());
        Path out = folder.resolve("cut");
        assertThrows(RunCancelledException.class, () -> Importer.run(sources, out, 2, new StopAfter(4)));
        Files.writeString(out.resolve("records.jsonl"), "");

        Importer.run(sources, out, 2, RunContext.quiet());

        assertSame(whole, out);
    }

    @Test
    void anotherImportIntoTheFolderBeginsAnew() throws Exception {
        Path out = folder.resolve("out");
        assertThrows(RunCancelledException.class, () -> Importer.run(sources, out, 2, new StopAfter(4)));
        Path other = Files.writeString(folder.resolve("other.txt"), "other");
        List<CorpusSource> others = List.of(new CorpusSource(other.toString(), "web", "auto", "auto", Map.of()));

        assertEquals(1, Importer.run(others, out, 2, RunContext.quiet()).size());
    }

    @Test
    void joinedRowsComeInThePiecesInWhichTheyCameBefore() throws Exception {
        Path rows = Files.writeString(folder.resolve("rows.jsonl"), messageRows());
        sources = List.of(new CorpusSource(rows.toString(), "talk", "auto", "auto", Map.of()));
        Path whole = folder.resolve("whole");
        Importer.run(sources, whole, 1, RunContext.quiet());
        for (int pieces = 1; pieces < 6; pieces++) {
            Path out = folder.resolve("stopped-" + pieces);
            StopAfter stop = new StopAfter(pieces);
            assertThrows(RunCancelledException.class, () -> Importer.run(sources, out, 2, stop));

            Importer.run(sources, out, 4, RunContext.quiet());

            assertSame(whole, out);
        }
    }

    /** Questions first, their answers far behind. */
    private static String messageRows() {
        StringBuilder rows = new StringBuilder();
        for (String role : List.of("prompter", "assistant")) {
            for (int i = 0; i < 5000; i++) {
                String id = role.charAt(0) + "-" + i;
                String parent = role.equals("prompter") ? "null" : "\"p-" + i + "\"";
                rows.append("{\"message_id\": \"" + id + "\", \"parent_id\": " + parent + ", \"message_tree_id\": \"p-"
                        + i + "\", \"role\": \"" + role + "\", \"text\": \"" + "x".repeat(300) + "\"}\n");
            }
        }
        return rows.toString();
    }

    private static void assertSame(Path expected, Path actual) {
        for (String file : WRITTEN) {
            assertArrayEquals(bytes(expected.resolve(file)), bytes(actual.resolve(file)), file);
        }
    }

    private static byte[] bytes(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Asks to stop after so many looks at the request: one a piece. */
    private static final class StopAfter implements RunContext {
        private final AtomicInteger left;
        private final List<String> told = new ArrayList<>();

        StopAfter(int looks) {
            left = new AtomicInteger(looks);
        }

        @Override
        public StopRequest stopRequest() {
            return left.getAndDecrement() > 0 ? StopRequest.NONE : StopRequest.SAVE;
        }

        @Override
        public void emit(Event event) {
            if (event instanceof Event.Phase phase) {
                told.add(phase.phase());
            }
        }
    }
}
