package lathe.ingest;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import lathe.data.CorpusFolder;
import lathe.data.Document;
import lathe.ingest.format.parquet.ParquetBatches;
import lathe.ingest.item.BatchReader;
import lathe.recipe.CorpusSource;
import lathe.run.RunContext;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ParquetImportTest {
    private static final Path GOLDEN = Path.of("src/test/resources/golden/parquet");

    private static CorpusFolder run(Path file, Path out, int threads) throws Exception {
        CorpusSource source = new CorpusSource(file.toString(), "p", "auto", "auto", Map.of());
        return Importer.run(List.of(source), out, threads, RunContext.quiet());
    }

    @Test
    void anyNumberOfThreadsGivesTheSameFolder(@TempDir Path folder) throws Exception {
        for (String name : List.of("nested", "flat-snappy")) {
            Path file = GOLDEN.resolve(name + ".parquet").toAbsolutePath();
            CorpusFolder one = run(file, folder.resolve(name + 1), 1);
            CorpusFolder four = run(file, folder.resolve(name + 4), 4);

            int rows = Files.readAllLines(GOLDEN.resolve(name + ".jsonl")).size();
            assertEquals(rows, one.ledger().read());
            assertEquals(one.ledger(), four.ledger());
            assertArrayEquals(Files.readAllBytes(one.rejected()), Files.readAllBytes(four.rejected()));
            try (var left = one.read();
                    var right = four.read()) {
                assertEquals(left.toList(), right.toList());
            }
        }
    }

    @Test
    void aRowsPlaceIsItsNumber(@TempDir Path folder) throws Exception {
        Path file = GOLDEN.resolve("flat-snappy.parquet").toAbsolutePath();

        CorpusFolder corpus = run(file, folder.resolve("out"), 2);

        try (var records = corpus.read()) {
            Document second = records.skip(1).findFirst().orElseThrow();
            assertEquals("p:2", second.id());
            assertEquals(Map.of("lang", "zh", "n", 1), second.meta());
        }
        // rows whose text is null
        assertEquals(Map.of("missing-field", 9L), corpus.ledger().rejected());
    }

    @Test
    void aFileWithoutItsEndIsRejectedByNameAndTheNextIsRead(@TempDir Path folder) throws Exception {
        Path in = Files.createDirectories(folder.resolve("in"));
        byte[] bytes = Files.readAllBytes(GOLDEN.resolve("flat-snappy.parquet"));
        Files.write(in.resolve("a.parquet"), java.util.Arrays.copyOf(bytes, bytes.length - 100));
        Files.write(in.resolve("b.parquet"), bytes);

        CorpusFolder corpus = run(in, folder.resolve("out"), 2);

        assertEquals(61, corpus.ledger().read());
        assertEquals(1L, corpus.ledger().rejected().get("bad-parquet"));
    }

    @Test
    void howFarItIsFollowsTheRows() throws Exception {
        Path file = GOLDEN.resolve("flat-snappy.parquet").toAbsolutePath();
        try (BatchReader batches = ParquetBatches.open(file)) {
            long last = batches.position();
            assertEquals(0, last);
            while (batches.next() != null) {
                assertTrue(batches.position() > last && batches.position() <= Files.size(file));
                last = batches.position();
            }
            assertTrue(last > Files.size(file) / 2);
        }
    }
}
