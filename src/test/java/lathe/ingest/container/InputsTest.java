package lathe.ingest.container;

import static lathe.ingest.container.Packed.bz2;
import static lathe.ingest.container.Packed.gz;
import static lathe.ingest.container.Packed.tar;
import static lathe.ingest.container.Packed.utf8;
import static lathe.ingest.container.Packed.xz;
import static lathe.ingest.container.Packed.zip;
import static lathe.ingest.container.Packed.zst;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import lathe.ingest.item.CorruptException;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;
import org.apache.commons.compress.archivers.tar.TarConstants;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class InputsTest {

    @TempDir
    Path folder;

    /** All that a file holds: names, relative to the test's folder, with contents or reasons. */
    private List<String> read(String name, byte[] bytes) throws IOException {
        Path file = Files.write(folder.resolve(name), bytes);
        List<String> seen = new ArrayList<>();
        try (Inputs inputs = Inputs.of(file)) {
            for (String next = next(inputs); next != null; next = next(inputs)) {
                seen.add(next.replace(folder + "/", ""));
            }
        }
        return seen;
    }

    private static @Nullable String next(Inputs inputs) throws IOException {
        try {
            Input input = inputs.next();
            return input == null ? null : input.name() + " = " + text(input);
        } catch (UnreadableException e) {
            return e.name() + " ! " + e.reason();
        }
    }

    private static String text(Input input) throws IOException {
        try (InputStream in = input.open()) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (CorruptException e) {
            return "! " + e.reason();
        }
    }

    private static Map<String, byte[]> files(Object... namesAndContents) {
        Map<String, byte[]> files = new LinkedHashMap<>();
        for (int i = 0; i < namesAndContents.length; i += 2) {
            Object content = namesAndContents[i + 1];
            files.put((String) namesAndContents[i], content instanceof byte[] bytes ? bytes : utf8((String) content));
        }
        return files;
    }

    private static byte[] joined(byte[] a, byte[] b) {
        byte[] both = Arrays.copyOf(a, a.length + b.length);
        System.arraycopy(b, 0, both, a.length, b.length);
        return both;
    }

    /** Text that does not shrink, so that cutting the file cuts the text. */
    private static String noise(int lines) {
        StringBuilder text = new StringBuilder();
        long state = 1;
        for (int i = 0; i < lines; i++) {
            state = state * 6364136223846793005L + 1442695040888963407L;
            text.append(Long.toHexString(state)).append('\n');
        }
        return text.toString();
    }

    @Test
    void aPlainFileIsItself() throws Exception {
        assertEquals(List.of("a.txt = hi"), read("a.txt", utf8("hi")));
        assertEquals(List.of("empty.gz = "), read("empty.gz", new byte[0]));
    }

    @Test
    void everyCompressionIsSeenByItsBytesAndItsEndingLeftOff() throws Exception {
        byte[] hi = utf8("hi");
        assertEquals(List.of("a.jsonl = hi"), read("a.jsonl.gz", gz(hi)));
        assertEquals(List.of("a.jsonl = hi"), read("a.jsonl.zst", zst(hi)));
        assertEquals(List.of("a.jsonl = hi"), read("a.jsonl.bz2", bz2(hi)));
        assertEquals(List.of("a.jsonl = hi"), read("a.jsonl.xz", xz(hi)));
        assertEquals(List.of("wrong.txt = hi"), read("wrong.txt", gz(hi)));
        assertEquals(List.of("wrong = hi"), read("wrong.xz", zst(hi)));
    }

    @Test
    void concatenatedMembersAreOne() throws Exception {
        byte[] a = utf8("a\n");
        byte[] b = utf8("b\n");
        assertEquals(List.of("x = a\nb\n"), read("x.gz", joined(gz(a), gz(b))));
        assertEquals(List.of("x = a\nb\n"), read("x.zst", joined(zst(a), zst(b))));
        assertEquals(List.of("x = a\nb\n"), read("x.bz2", joined(bz2(a), bz2(b))));
        assertEquals(List.of("x = a\nb\n"), read("x.xz", joined(xz(a), xz(b))));
    }

    @Test
    void archivesGiveTheirFilesInTheirOrder() throws Exception {
        Map<String, byte[]> files = files(
                "d/",
                "",
                "b/2.txt",
                "two",
                "a.txt",
                "one",
                ".git/x",
                "no",
                "__MACOSX/._a.txt",
                "no",
                "d/.DS_Store",
                "");
        List<String> zipped = List.of("x.zip!/b/2.txt = two", "x.zip!/a.txt = one");
        assertEquals(zipped, read("x.zip", zip(files)));
        for (String ending : List.of("tar", "tar.gz", "tgz", "tar.zst", "tar.bz2", "tar.xz")) {
            byte[] tar = tar(files);
            byte[] packed =
                    switch (ending) {
                        case "tar" -> tar;
                        case "tar.zst" -> zst(tar);
                        case "tar.bz2" -> bz2(tar);
                        case "tar.xz" -> xz(tar);
                        default -> gz(tar);
                    };
            String name = "x." + ending;
            assertEquals(List.of(name + "!/b/2.txt = two", name + "!/a.txt = one"), read(name, packed));
        }
    }

    @Test
    void archivesLieInArchives() throws Exception {
        byte[] inner = zip(files("a.jsonl.gz", gz(utf8("deep")), "b.txt", "b"));
        byte[] outer = gz(tar(files("inner.zip", inner, "after.txt", "after")));
        assertEquals(
                List.of(
                        "x.tar.gz!/inner.zip!/a.jsonl = deep",
                        "x.tar.gz!/inner.zip!/b.txt = b",
                        "x.tar.gz!/after.txt = after"),
                read("x.tar.gz", outer));
    }

    @Test
    void nothingStaysOnTheDisk() throws Exception {
        Path file = Files.write(folder.resolve("x.tar.gz"), gz(tar(files("in.zip", zip(files("a.pdf", "pdf"))))));
        Path made;
        try (Inputs inputs = Inputs.of(file)) {
            made = Objects.requireNonNull(inputs.next()).onDisk();
            assertEquals("pdf", Files.readString(made));
            assertEquals(null, inputs.next());
            assertFalse(Files.exists(made));
        }
    }

    @Test
    void documentsThatAreZipsInsideStayWhole() throws Exception {
        byte[] docx = zip(files("[Content_Types].xml", "<x/>", "word/document.xml", "<y/>"));
        Path file = Files.write(folder.resolve("a.docx"), docx);
        try (Inputs inputs = Inputs.of(file)) {
            Input input = Objects.requireNonNull(inputs.next());
            assertEquals(file, input.onDisk());
            assertArrayEquals(docx, input.open().readAllBytes());
        }
        assertEquals(1, read("without-an-ending", docx).size());
    }

    @Test
    void namesInOtherSetsAreReadable() throws Exception {
        Map<String, byte[]> files = files("数据/训练集.txt", "x");
        assertEquals(List.of("u.zip!/数据/训练集.txt = x"), read("u.zip", zip(files)));
        assertEquals(List.of("g.zip!/数据/训练集.txt = x"), read("g.zip", zip(files, Charset.forName("GBK"))));
        assertEquals(
                List.of("b.zip!/資料/訓練.txt = x"), read("b.zip", zip(files("資料/訓練.txt", "x"), Charset.forName("Big5"))));
        assertEquals(
                List.of("w.zip!/café.txt = x"), read("w.zip", zip(files("café.txt", "x"), Charset.forName("IBM437"))));
        assertEquals(List.of("t.tar!/数据.txt = x"), read("t.tar", tar(files("数据.txt", "x"))));
    }

    @Test
    void namesThatPointOutwardsAreRefused() throws Exception {
        Map<String, byte[]> files = files(
                "../../etc/passwd",
                "x",
                "/abs",
                "x",
                "C:\\evil.txt",
                "x",
                "a\\..\\..\\b.txt",
                "x",
                "good..txt",
                "good");
        List<String> expected = List.of(
                "!/../../etc/passwd ! path-traversal",
                "!//abs ! path-traversal",
                "!/C:/evil.txt ! path-traversal",
                "!/a/../../b.txt ! path-traversal",
                "!/good..txt = good");
        assertEquals(expected.stream().map(s -> "x.zip" + s).toList(), read("x.zip", zip(files)));
        assertEquals(expected.stream().map(s -> "x.tar" + s).toList(), read("x.tar", tar(files)));
    }

    @Test
    void linksAndDevicesArePassedOver() throws Exception {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (TarArchiveOutputStream tar = new TarArchiveOutputStream(out)) {
            for (byte kind :
                    new byte[] {TarConstants.LF_SYMLINK, TarConstants.LF_LINK, TarConstants.LF_CHR, TarConstants.LF_FIFO
                    }) {
                TarArchiveEntry link = new TarArchiveEntry("link" + kind, kind);
                link.setLinkName("/etc/passwd");
                tar.putArchiveEntry(link);
                tar.closeArchiveEntry();
            }
        }
        assertEquals(List.of(), read("x.tar", out.toByteArray()));
    }

    @Test
    void whatIsNoArchiveIsOneRejection() throws Exception {
        for (String name : List.of("x.gz", "x.zst", "x.bz2", "x.xz", "x.zip", "x.tar", "x.tar.gz")) {
            assertEquals(List.of(name + " ! bad-archive"), read(name, utf8("{\"text\": \"no archive\"}\n")), name);
        }
    }

    @Test
    void aTornStreamIsBrokenWhereItEnds() throws Exception {
        String text = noise(20_000);
        for (String ending : List.of("gz", "zst", "bz2", "xz")) {
            byte[] whole =
                    switch (ending) {
                        case "gz" -> gz(utf8(text));
                        case "zst" -> zst(utf8(text));
                        case "bz2" -> bz2(utf8(text));
                        default -> xz(utf8(text));
                    };
            List<String> seen = read("x." + ending, Arrays.copyOf(whole, whole.length / 2));
            assertEquals(1, seen.size());
            assertTrue(seen.get(0).endsWith("! bad-archive"), seen.get(0));
        }
    }

    @Test
    void aTornArchiveKeepsWhatStandsBefore() throws Exception {
        Map<String, byte[]> files = files("a.txt", "one", "b.txt", noise(5000), "c.txt", "three");
        byte[] zip = zip(files);
        assertEquals(
                List.of("x.zip!/a.txt = one", "x.zip!/b.txt = ! bad-archive"),
                read("x.zip", Arrays.copyOf(zip, zip.length / 2)));
        assertEquals(
                List.of(
                        "x.zip!/a.txt = one",
                        "x.zip!/b.txt = " + noise(5000),
                        "x.zip!/c.txt = three",
                        "x.zip ! bad-archive"),
                read("x.zip", Arrays.copyOf(zip, zip.length - 30)));
        byte[] tar = tar(files);
        assertEquals(
                List.of("x.tar!/a.txt = one", "x.tar!/b.txt = ! bad-archive"),
                read("x.tar", Arrays.copyOf(tar, tar.length / 2)));
        byte[] tgz = gz(tar);
        assertEquals(
                List.of("x.tgz!/a.txt = one", "x.tgz!/b.txt = ! bad-archive"),
                read("x.tgz", Arrays.copyOf(tgz, tgz.length / 2)));
    }

    @Test
    void aBrokenEntryOfAZipIsAlone() throws Exception {
        byte[] zip = zip(files("a.txt", noise(100), "b.txt", "two"));
        zip[200] ^= 0x55;
        assertEquals(List.of("x.zip!/a.txt ! bad-archive", "x.zip!/b.txt = two"), read("x.zip", zip));
    }

    @Test
    void aBrokenFileInATarIsAlone() throws Exception {
        byte[] broken = gz(utf8(noise(1000)));
        byte[] tar = tar(files("a.gz", Arrays.copyOf(broken, broken.length / 2), "b.gz", "none", "c.txt", "three"));
        assertEquals(
                List.of("x.tar!/a = ! bad-archive", "x.tar!/b.gz ! bad-archive", "x.tar!/c.txt = three"),
                read("x.tar", tar));
    }

    @Test
    void moreAfterATarsEndIsNotLostWithoutAWord() throws Exception {
        byte[] two = joined(tar(files("a.txt", "one")), tar(files("b.txt", "two")));
        assertEquals(List.of("x.tar!/a.txt = one", "x.tar ! bad-archive"), read("x.tar", two));
    }

    @Test
    void encryptedEntriesAreNamed() throws Exception {
        byte[] zip = zip(files("a.txt", "secret", "b.txt", "open"));
        zip[6] |= 1; // the local header's flag
        int first = indexOf(zip, "PK\1\2");
        zip[first + 8] |= 1;
        assertEquals(List.of("x.zip!/a.txt ! encrypted", "x.zip!/b.txt = open"), read("x.zip", zip));
    }

    private static int indexOf(byte[] bytes, String wanted) {
        return new String(bytes, StandardCharsets.ISO_8859_1).indexOf(wanted);
    }

    @Test
    void theSameFileGivesTheSameEveryTime() throws Exception {
        byte[] zip = zip(files("b", "2", "a", "1", "c", "3"));
        assertEquals(read("x.zip", zip), read("x.zip", zip));
    }
}
