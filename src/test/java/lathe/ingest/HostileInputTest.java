package lathe.ingest;

import static lathe.ingest.container.Packed.gz;
import static lathe.ingest.container.Packed.tar;
import static lathe.ingest.container.Packed.utf8;
import static lathe.ingest.container.Packed.zip;
import static lathe.ingest.container.Packed.zst;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.SequenceInputStream;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import lathe.data.CorpusFolder;
import lathe.data.Document;
import lathe.ingest.container.Input;
import lathe.ingest.format.Format;
import lathe.ingest.item.Batch;
import lathe.ingest.item.BatchReader;
import lathe.ingest.item.Item;
import lathe.recipe.CorpusSource;
import lathe.run.Failure;
import lathe.run.Json;
import lathe.run.RunCancelledException;
import lathe.run.RunContext;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;
import org.apache.commons.compress.archivers.tar.TarConstants;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Attacks, one by one: each ends as a rejection that says what and where, and the rest comes in. */
class HostileInputTest {
    private static final String GOOD = "{\"text\": \"good\"}\n";

    @TempDir
    Path folder;

    private CorpusFolder run(String format) throws IOException, Failure, RunCancelledException {
        CorpusSource source = new CorpusSource(folder.resolve("in").toString(), "web", "auto", format, Map.of());
        return Importer.run(List.of(source), folder.resolve("out"), 2, RunContext.quiet());
    }

    private void file(String name, byte[] bytes) throws IOException {
        Path file = folder.resolve("in").resolve(name);
        Files.createDirectories(file.getParent());
        Files.write(file, bytes);
    }

    /** Imports one file beside a good one, and expects this to be rejected. */
    private void expect(String name, byte[] bytes, int kept, String... rejected) throws Exception {
        file(name, bytes);
        file("zz-good.jsonl", utf8(GOOD));
        CorpusFolder corpus = run("auto");
        assertEquals(kept + 1, corpus.ledger().kept());
        assertEquals(List.of(rejected), rejects(corpus));
        assertEquals(corpus.ledger().read(), corpus.ledger().kept() + rejected.length);
    }

    /** The rejections as {@code name:line reason}. */
    private List<String> rejects(CorpusFolder corpus) throws IOException {
        return Files.readAllLines(corpus.rejected()).stream().map(this::reject).toList();
    }

    private String reject(String line) {
        try {
            var row = Json.parse(line);
            String name = row.path("file").asText().replace(folder.resolve("in") + "/", "");
            return name + ":" + row.path("line").asInt() + " "
                    + row.path("reason").asText();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Text that is repeated about so often, as it is or compressed. */
    private static byte[] repeated(String text, long times, boolean zipped) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        byte[] block = utf8(text.repeat(1 << 16));
        try (OutputStream packing = zipped ? new GZIPOutputStream(out, 1 << 16) : out) {
            for (long i = 0; i < times; i += 1 << 16) {
                packing.write(block);
            }
        }
        return out.toByteArray();
    }

    @Test
    void aBombOfOneMember() throws Exception {
        expect("bomb.txt.gz", repeated("\0\0\0\0\0\0\0\0", 40 << 20, true), 0, "bomb.txt:1 archive-bomb");
        expect("bomb.txt.gz", repeated("aaaaaaa\n", 40 << 20, true), 0, "bomb.txt:1 archive-bomb");
    }

    @Test
    void aBombOfLines() throws Exception {
        file("bomb.jsonl.gz", repeated(" ".repeat(15) + "\n", 16 << 20, true));
        CorpusFolder corpus = run("auto");

        assertEquals(0, corpus.ledger().kept());
        assertEquals(Map.of("archive-bomb", 1L), corpus.ledger().rejected());
    }

    @Test
    void aBombInAnArchive() throws Exception {
        byte[] zeros = new byte[1 << 20];
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(out)) {
            for (int i = 0; i < 300; i++) {
                zip.putNextEntry(new ZipEntry(i + ".lines"));
                zip.write(zeros);
            }
        }
        file("bomb.zip", out.toByteArray());
        CorpusFolder corpus = run("lines");

        assertEquals(0, corpus.ledger().kept());
        assertEquals(1, corpus.ledger().rejected().get("archive-bomb"));
        assertTrue(corpus.ledger().read() < 100, corpus.ledger().toString());
    }

    @Test
    void archivesWithinArchivesWithoutEnd() throws Exception {
        byte[] bytes = zip(Map.of("a.txt", utf8("deep down")));
        for (int i = 0; i < 20; i++) {
            bytes = zip(Map.of("a.zip", bytes));
        }
        expect("nest.zip", bytes, 0, "nest.zip" + "!/a.zip".repeat(8) + ":1 archive-bomb");
    }

    @Test
    void aGzipOfAGzipWithoutEnd() throws Exception {
        byte[] bytes = utf8("deep down");
        for (int i = 0; i < 20; i++) {
            bytes = gz(bytes);
        }
        expect("nest.txt.gz", bytes, 0, "nest.txt.gz:1 archive-bomb");
    }

    @Test
    void aTarWhoseNameNeverEnds() throws Exception {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (TarArchiveOutputStream tar = new TarArchiveOutputStream(out)) {
            TarArchiveEntry name = new TarArchiveEntry("././@LongLink", TarConstants.LF_GNUTYPE_LONGNAME);
            name.setSize(3 << 20);
            tar.putArchiveEntry(name);
            tar.write(repeated("a", 3 << 20, false));
            tar.closeArchiveEntry();
        }
        expect("name.tar.zst", zst(out.toByteArray()), 0, "name.tar.zst:1 bad-archive");
    }

    @Test
    void namesThatPointOutOfTheArchive() throws Exception {
        Map<String, byte[]> files = new LinkedHashMap<>();
        files.put("../../etc/passwd.txt", utf8("x"));
        files.put("fine.txt", utf8("fine"));
        expect("x.zip", zip(files), 1, "x.zip!/../../etc/passwd.txt:1 path-traversal");
    }

    @Test
    void aTornDownload() throws Exception {
        StringBuilder lines = new StringBuilder();
        for (int i = 0; i < 200_000; i++) {
            lines.append("{\"text\": \"")
                    .append(Long.toHexString(i * 0x9E3779B97F4A7C15L))
                    .append("\"}\n");
        }
        byte[] whole = zst(utf8(lines.toString()));
        file("torn.jsonl.zst", Arrays.copyOf(whole, whole.length / 2));
        CorpusFolder corpus = run("auto");

        long kept = corpus.ledger().kept();
        assertTrue(kept > 80_000 && kept < 120_000, "kept " + kept);
        assertEquals(List.of("torn.jsonl:" + (kept + 1) + " bad-archive"), rejects(corpus));
    }

    /** A gigabyte without a line end, made as it is read. */
    private static Input gigabyte() {
        return new Input() {
            @Override
            public String name() {
                return "gigabyte";
            }

            @Override
            public InputStream open() {
                InputStream start = new ByteArrayInputStream(utf8(GOOD + "{\"text\": \""));
                InputStream end = new ByteArrayInputStream(utf8("\"}\n" + GOOD));
                return new SequenceInputStream(Collections.enumeration(List.of(start, new Endless(1L << 30), end)));
            }

            @Override
            public Path onDisk() {
                throw new IllegalStateException("not asked for");
            }
        };
    }

    /** So many times the letter x. */
    private static final class Endless extends InputStream {
        private long left;

        Endless(long length) {
            left = length;
        }

        @Override
        public int read() {
            return left-- > 0 ? 'x' : -1;
        }

        @Override
        public int read(byte[] bytes, int from, int length) {
            int count = (int) Math.min(length, left);
            Arrays.fill(bytes, from, from + count, (byte) 'x');
            left -= count;
            return count == 0 ? -1 : count;
        }
    }

    private static List<String> itemsOfTheGigabyte(Format format) throws IOException {
        List<String> seen = new ArrayList<>();
        try (BatchReader reader = format.open(gigabyte(), "gigabyte")) {
            for (Batch batch = reader.next(); batch != null; batch = reader.next()) {
                assertTrue(batch.bytes() <= 64 << 20, "a batch of " + batch.bytes());
                batch.decode(item -> seen.add(
                        item.line() + (item instanceof Item.Bad bad ? " " + bad.reason() + excerpt(bad) : "")));
            }
        }
        return seen;
    }

    private static String excerpt(Item.Bad bad) {
        return bad.text().length() <= 1 << 13 ? "" : " keeps " + bad.text().length();
    }

    @Test
    void aLineOfAGigabyte() throws Exception {
        assertEquals(List.of("1", "2 too-long", "3"), itemsOfTheGigabyte(Format.JSONL));
        assertEquals(List.of("1", "2 too-long", "3"), itemsOfTheGigabyte(Format.LINES));
        assertEquals(List.of("1 too-long"), itemsOfTheGigabyte(Format.TXT));
        assertEquals(List.of("1 too-long"), itemsOfTheGigabyte(Format.PARAGRAPHS));
        assertEquals(List.of("1", "2 too-long"), itemsOfTheGigabyte(Format.JSON));
    }

    @Test
    void jsonAHundredThousandDeep() throws Exception {
        String deep = "[".repeat(100_000) + "]".repeat(100_000);
        expect("a.jsonl", utf8(GOOD + "{\"text\": " + deep + "}\n" + GOOD), 2, "a.jsonl:2 beyond-limits");
        expect("a.jsonl", utf8(GOOD + "{\"a\":".repeat(100_000) + "\n" + GOOD), 2, "a.jsonl:2 beyond-limits");
        Files.delete(folder.resolve("in/a.jsonl"));
        expect("a.json", utf8("[" + GOOD + ",\n" + deep + "]"), 1, "a.json:3 beyond-limits");
    }

    @Test
    void jsonOfHugeNumbersAndStrings() throws Exception {
        String number = "9".repeat(1_000_000);
        expect(
                "a.jsonl",
                utf8("{\"text\": \"x\", \"n\": " + number + "}\n{\"text\": \"y\", \"n\": 1e999999999}\n" + GOOD),
                2,
                "a.jsonl:1 beyond-limits");
        Files.delete(folder.resolve("in/a.jsonl"));
        String huge = "[" + GOOD + ",{\"text\": \"" + "x".repeat(30 << 20) + "\"}]";
        expect("a.json", utf8(huge), 1, "a.json:2 too-long");
    }

    @Test
    void jsonOfManySmallValues() throws Exception {
        String many = "{\"text\": [" + "1,".repeat(2 << 20) + "1]}\n";
        expect("a.jsonl", utf8(many + GOOD), 1, "a.jsonl:1 beyond-limits");
    }

    @Test
    void bytesThatAreNoCharacters() throws Exception {
        String good = "{\"text\": \"好的\"}";
        ByteArrayOutputStream lines = new ByteArrayOutputStream();
        lines.write(utf8(good + "\n{\"text\": \""));
        lines.write(0xFF);
        lines.write(utf8("\"}\n" + good + "\n"));
        expect("a.jsonl", lines.toByteArray(), 2, "a.jsonl:2 invalid-utf8");
        Files.delete(folder.resolve("in/a.jsonl"));

        ByteArrayOutputStream array = new ByteArrayOutputStream();
        array.write(utf8("[" + good + ",\n{\"text\": \""));
        array.write(0xC3);
        array.write(utf8("\"},\n" + good + "]"));
        expect("a.json", array.toByteArray(), 2, "a.json:2 invalid-utf8");
        Files.delete(folder.resolve("in/a.json"));

        expect("a.txt", new byte[] {'a', ' ', (byte) 0xFF, ' ', 'b'}, 0, "a.txt:1 invalid-utf8");
    }

    @Test
    void bytesThatAreNoCharactersInLinesAndParagraphs() throws Exception {
        byte[] text = utf8("好\n\nX\n\n好\n");
        text[5] = (byte) 0xFF;
        file("a.txt", text);
        assertEquals(List.of("a.txt:3 invalid-utf8"), rejects(run("lines")));
        assertEquals(List.of("a.txt:3 invalid-utf8"), rejects(run("paragraphs")));
    }

    @Test
    void aBrokenCharacterInAnotherSet() throws Exception {
        byte[] text =
                "{\"text\": \"人工智能\"}\n{\"text\": \"机器XX\"}\n{\"text\": \"学习\"}\n".getBytes(Charset.forName("GBK"));
        int at = new String(text, StandardCharsets.ISO_8859_1).indexOf("XX");
        text[at] = (byte) 0xB0;
        text[at + 1] = (byte) 0xFF;
        expect("a.jsonl", text, 2, "a.jsonl:2 invalid-utf8");
    }

    @Test
    void nulBytes() throws Exception {
        expect("a.jsonl", utf8("{\"text\": \"a\0b\"}\n" + GOOD), 1, "a.jsonl:1 nul");
        Files.delete(folder.resolve("in/a.jsonl"));
        expect("a.jsonl", utf8("\0\0\0{\"text\": \"b\"}\n{\0\0\0}\n" + GOOD), 1, "a.jsonl:1 nul", "a.jsonl:2 nul");
        Files.delete(folder.resolve("in/a.jsonl"));
        expect("a.txt", utf8("all of this text\0is one"), 0, "a.txt:1 nul");
        expect("a.txt", new byte[10_000], 0, "a.txt:1 nul");
    }

    @Test
    void oldLineEnds() throws Exception {
        expect("a.jsonl", utf8((GOOD + GOOD).replace('\n', '\r')), 2);
    }

    @Test
    void filesOfNothing() throws Exception {
        expect("a.jsonl", new byte[0], 0);
        expect("a.jsonl", utf8("\n".repeat(100_000)), 0);
        expect("a.jsonl", utf8("\uFEFF"), 0);
        Files.delete(folder.resolve("in/a.jsonl"));
        expect("a.json", new byte[0], 0);
        expect("a.json", utf8("\uFEFF\n\n"), 0);
        Files.delete(folder.resolve("in/a.json"));
        expect("a.txt", utf8("\uFEFF"), 1);
    }

    @Test
    void filesThatAreSomethingElse() throws Exception {
        expect("part-00001", new byte[] {0x7F, 'E', 'L', 'F', 0, 0, 0, 1, 2, 3}, 0, "part-00001:1 unknown-format");
        expect("part-00001", utf8(GOOD), 1);
        Files.delete(folder.resolve("in/part-00001"));
        expect("part-00001.gz", gz(utf8("[" + GOOD + "]")), 1);
        expect("part-00001.gz", gz(utf8("<!DOCTYPE html><html><body><p>page</p></body></html>")), 1);
    }

    @Test
    void nothingOfAnArchiveStaysBehind() throws Exception {
        Path temporary = Path.of(System.getProperty("java.io.tmpdir"));
        long before = parts(temporary);
        byte[] inner = zip(Map.of("a.txt", utf8("inner")));
        expect("x.zip", zip(Map.of("inner.zip", inner)), 1);
        assertEquals(before, parts(temporary));
    }

    private static long parts(Path folder) throws IOException {
        try (Stream<Path> all = Files.list(folder)) {
            return all.filter(path -> path.toString().endsWith(".part")).count();
        }
    }

    @Test
    void whatCameInIsWhole() throws Exception {
        file("x.tar.gz", gz(tar(Map.of("a/b.jsonl.gz", gz(utf8(GOOD))))));
        try (Stream<Document> records = run("auto").read()) {
            assertEquals(List.of("web!/a/b.jsonl:1"), records.map(Document::id).toList());
        }
    }
}
