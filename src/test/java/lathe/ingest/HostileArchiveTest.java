package lathe.ingest;

import static lathe.ingest.container.Packed.gz;
import static lathe.ingest.container.Packed.tar;
import static lathe.ingest.container.Packed.utf8;
import static lathe.ingest.container.Packed.zip;
import static lathe.ingest.container.Packed.zst;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import lathe.data.CorpusFolder;
import lathe.data.Document;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;
import org.apache.commons.compress.archivers.tar.TarConstants;
import org.junit.jupiter.api.Test;

/** Attacks by archives, one by one: each ends as a rejection that says what and where, and the rest comes in. */
class HostileArchiveTest extends HostileCase {

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
