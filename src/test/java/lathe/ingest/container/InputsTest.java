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

import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class InputsTest extends InputsCase {

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
    void theSameFileGivesTheSameEveryTime() throws Exception {
        byte[] zip = zip(files("b", "2", "a", "1", "c", "3"));
        assertEquals(read("x.zip", zip), read("x.zip", zip));
    }
}
