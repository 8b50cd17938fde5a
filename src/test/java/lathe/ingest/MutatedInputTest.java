package lathe.ingest;

import static lathe.ingest.container.Packed.bz2;
import static lathe.ingest.container.Packed.gz;
import static lathe.ingest.container.Packed.tar;
import static lathe.ingest.container.Packed.utf8;
import static lathe.ingest.container.Packed.xz;
import static lathe.ingest.container.Packed.zip;
import static lathe.ingest.container.Packed.zst;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import lathe.data.CorpusFolder;
import lathe.recipe.CorpusSource;
import lathe.run.Ledger;
import lathe.run.RunContext;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever is done to the bytes of a good file, the import ends well, and every item has an outcome. */
class MutatedInputTest {
    private static final int FILES_PER_IMPORT = 20;

    @TempDir
    Path folder;

    private static Map<String, byte[]> good() throws IOException {
        StringBuilder lines = new StringBuilder();
        StringBuilder array = new StringBuilder("[");
        for (int i = 0; i < 200; i++) {
            String record = "{\"text\": \"第 " + i + " 条记录, with é and 😀\", \"n\": [" + i + ", 1.5e3, null]}";
            lines.append(record).append('\n');
            array.append(i == 0 ? "" : ",\n").append(record);
        }
        byte[] jsonl = utf8(lines.toString());
        Map<String, byte[]> inner = new LinkedHashMap<>();
        inner.put("a.jsonl", jsonl);
        inner.put("b/c.txt.gz", gz(utf8("plain text\n")));
        inner.put("d.json", utf8(array + "]"));
        Map<String, byte[]> files = new LinkedHashMap<>();
        files.put("a.jsonl", jsonl);
        files.put("b.json", utf8(array + "]"));
        files.put("c.txt", lines.toString().getBytes(Charset.forName("GB18030")));
        files.put("d.jsonl", lines.toString().getBytes(StandardCharsets.UTF_16LE));
        files.put("e.jsonl.gz", gz(jsonl));
        files.put("f.jsonl.zst", zst(jsonl));
        files.put("g.jsonl.bz2", bz2(jsonl));
        files.put("h.jsonl.xz", xz(jsonl));
        files.put("i.zip", zip(inner));
        files.put("j.tar", tar(inner));
        files.put("k.tar.gz", gz(tar(inner)));
        files.put("l.zip", zip(Map.of("inner.zip", zip(inner), "x.tar", tar(inner))));
        return files;
    }

    /** A few bytes changed, a part gone, doubled or overwritten with noise. */
    private static byte[] mutated(byte[] bytes, Random random) {
        byte[] changed = bytes.clone();
        int from = random.nextInt(bytes.length);
        int length = Math.min(bytes.length - from, 1 + random.nextInt(600));
        switch (random.nextInt(5)) {
            case 0 -> changed = Arrays.copyOf(bytes, from);
            case 1 -> {
                for (int i = random.nextInt(8); i >= 0; i--) {
                    changed[random.nextInt(changed.length)] ^= (byte) (1 << random.nextInt(8));
                }
            }
            case 2 -> {
                byte[] noise = new byte[length];
                random.nextBytes(noise);
                System.arraycopy(noise, 0, changed, from, length);
            }
            case 3 -> {
                changed = new byte[bytes.length - length];
                System.arraycopy(bytes, 0, changed, 0, from);
                System.arraycopy(bytes, from + length, changed, from, bytes.length - from - length);
            }
            default -> Arrays.fill(changed, from, from + length, (byte) random.nextInt(256));
        }
        return changed;
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void everyImportReturnsAndAddsUp(long seed) throws Exception {
        Random random = new Random(seed);
        Path in = Files.createDirectories(folder.resolve("in"));
        Map<String, byte[]> good = good();
        for (int i = 0; i < FILES_PER_IMPORT; i++) {
            for (Map.Entry<String, byte[]> file : good.entrySet()) {
                Files.write(in.resolve(i + file.getKey()), mutated(file.getValue(), random));
            }
        }

        CorpusSource source = new CorpusSource(in.toString(), "web", "auto", "auto", Map.of());
        CorpusFolder corpus = Importer.run(List.of(source), folder.resolve("out"), 2, RunContext.quiet());

        Ledger ledger = corpus.ledger();
        long rejected =
                ledger.rejected().values().stream().mapToLong(Long::longValue).sum();
        assertEquals(ledger.read(), ledger.kept() + rejected);
        assertEquals(rejected, Files.readAllLines(corpus.rejected()).size());
        try (var records = corpus.read()) {
            assertEquals(ledger.records(), records.count());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"auto", "txt", "lines", "paragraphs", "jsonl", "json"})
    void noiseIsReadAsAnything(String format) throws Exception {
        Random random = new Random(7);
        Path in = Files.createDirectories(folder.resolve("in"));
        byte[][] starts = {
            {}, {0x1F, (byte) 0x8B, 8, 0}, {0x28, (byte) 0xB5, 0x2F, (byte) 0xFD}, {'P', 'K', 3, 4}, {'['}
        };
        for (int i = 0; i < 100; i++) {
            byte[] noise = new byte[random.nextInt(20_000)];
            random.nextBytes(noise);
            byte[] start = starts[i % starts.length];
            System.arraycopy(start, 0, noise, 0, Math.min(start.length, noise.length));
            Files.write(in.resolve(i + ""), noise);
        }

        CorpusSource source = new CorpusSource(in.toString(), "web", "auto", format, Map.of());
        CorpusFolder corpus = Importer.run(List.of(source), folder.resolve("out"), 2, RunContext.quiet());

        Ledger ledger = corpus.ledger();
        long rejected =
                ledger.rejected().values().stream().mapToLong(Long::longValue).sum();
        assertEquals(ledger.read(), ledger.kept() + rejected);
    }
}
