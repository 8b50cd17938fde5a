package lathe.ingest.format.parquet;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import lathe.ingest.item.Batch;
import lathe.ingest.item.BatchReader;
import lathe.ingest.item.Item;
import lathe.run.Json;
import lathe.run.Randoms;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Files by pyarrow, made by {@code src/peers/golden_parquet.py}, and the same files damaged. */
class ParquetTest {
    private static final Path GOLDEN = Path.of("src/test/resources/golden/parquet");

    private static List<Item> items(Path file) throws IOException {
        List<Batch> batches = new ArrayList<>();
        try (BatchReader reader = ParquetBatches.open(file)) {
            for (Batch batch = reader.next(); batch != null; batch = reader.next()) {
                batches.add(batch);
            }
        }
        // a batch must not need its reader, nor the batches before it
        List<Item> items = new ArrayList<>();
        for (int i = batches.size() - 1; i >= 0; i--) {
            List<Item> own = new ArrayList<>();
            batches.get(i).decode(own::add);
            items.addAll(0, own);
        }
        return items;
    }

    private static Item.Bad only(String file) throws IOException {
        List<Item> items = items(GOLDEN.resolve(file));
        assertEquals(1, items.size());
        return assertInstanceOf(Item.Bad.class, items.get(0));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "flat-none",
                "flat-snappy",
                "flat-zstd",
                "flat-gzip",
                "flat-lz4",
                "flat-v2",
                "flat-checksums",
                "flat-plain",
                "encodings-v1",
                "encodings-v2",
                "nested",
                "nested-item",
                "nested-v2",
                "kinds",
                "kinds-int96"
            })
    void rowsAreWhatWentIn(String name) throws Exception {
        List<String> expected = Files.readAllLines(GOLDEN.resolve(name + ".jsonl"));
        List<Item> items = items(GOLDEN.resolve(name + ".parquet"));

        for (int i = 0; i < expected.size(); i++) {
            Item.Row row = assertInstanceOf(Item.Row.class, items.get(i));
            assertEquals(i + 1, row.line());
            assertEquals(expected.get(i), Json.line(row.value()));
        }
        assertEquals(expected.size(), items.size());
    }

    @Test
    void textThatIsNotUtf8CostsItsRow() throws Exception {
        List<Item> items = items(GOLDEN.resolve("invalid-utf8.parquet"));

        assertEquals(3, items.size());
        Item.Bad bad = assertInstanceOf(Item.Bad.class, items.get(1));
        assertEquals("invalid-utf8", bad.reason());
        assertEquals(2, bad.line());
        assertInstanceOf(Item.Row.class, items.get(2));
    }

    @Test
    void aCodecThatNobodyHereHasIsNamed() throws Exception {
        Item.Bad bad = only("brotli.parquet");

        assertEquals("unsupported-codec", bad.reason());
        assertTrue(bad.text().contains("BROTLI"), bad.text());
    }

    @Test
    void aRowOfMillionsOfNullsCostsItself() throws Exception {
        List<Item> items = items(GOLDEN.resolve("bomb-nulls.parquet"));

        assertInstanceOf(Item.Row.class, items.get(0));
        assertEquals("too-long", ((Item.Bad) items.get(1)).reason());
        assertInstanceOf(Item.Row.class, items.get(2));
    }

    @Test
    void aRowThatGrowsWithoutEndIsRefused() throws Exception {
        assertEquals("too-long", only("bomb-prefix.parquet").reason());
    }

    @Test
    void aDictionaryMakesBatchesNoLargerThanMemory() throws Exception {
        int batches = 0;
        try (BatchReader reader = ParquetBatches.open(GOLDEN.resolve("bomb-dictionary.parquet"))) {
            for (Batch batch = reader.next(); batch != null; batch = reader.next()) {
                int[] rows = new int[1];
                batch.decode(item -> rows[0]++);
                assertTrue(rows[0] <= 64, rows[0] + " rows of 900 KB");
                batches++;
            }
        }
        assertEquals(2000 / 64 + 1, batches);
    }

    @Test
    void anEncryptedFileIsNamed(@TempDir Path folder) throws Exception {
        byte[] bytes = Files.readAllBytes(GOLDEN.resolve("flat-none.parquet"));
        bytes[bytes.length - 1] = 'E';
        Path file = Files.write(folder.resolve("a.parquet"), bytes);

        assertEquals("encrypted", ((Item.Bad) items(file).get(0)).reason());
    }

    @Test
    void aBadPageCostsTheRowsFromItOnAndOtherGroupsGoOn(@TempDir Path folder) throws Exception {
        Path golden = GOLDEN.resolve("flat-zstd.parquet");
        byte[] bytes = Files.readAllBytes(golden);
        // the first page of the first column begins within the first hundred bytes
        for (int i = 60; i < 90; i++) {
            bytes[i] = (byte) 0xff;
        }
        List<Item> items = items(Files.write(folder.resolve("a.parquet"), bytes));

        assertEquals(60, items.size());
        for (int i = 0; i < 60; i++) {
            assertEquals(i + 1, items.get(i).line());
        }
        assertEquals("bad-parquet", ((Item.Bad) items.get(0)).reason());
        assertEquals(items(golden).subList(25, 60), items.subList(25, 60));
    }

    @ParameterizedTest
    @ValueSource(strings = {"flat-snappy", "flat-lz4", "flat-gzip", "encodings-v2", "nested", "nested-v2", "kinds"})
    void whateverTheBytesEveryItemHasItsPlaceAndNothingIsThrown(String name, @TempDir Path folder) throws Exception {
        byte[] golden = Files.readAllBytes(GOLDEN.resolve(name + ".parquet"));
        Random random = Randoms.stream(7, "damage", name);
        for (int i = 0; i < 60; i++) {
            byte[] bytes = golden.clone();
            for (int flips = 0; flips < 1 + i % 3; flips++) {
                bytes[random.nextInt(bytes.length)] ^= (byte) (1 << (i % 8));
            }
            int length = i % 10 == 0 ? random.nextInt(bytes.length) : bytes.length;
            Path file = Files.write(folder.resolve("a.parquet"), Arrays.copyOf(bytes, length));

            List<Item> items = items(file);
            long line = 0;
            for (Item item : items) {
                assertEquals(++line, item.line());
            }
            assertArrayEquals(items.toArray(), items(file).toArray());
        }
    }
}
