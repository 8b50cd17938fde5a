package lathe.ingest.container;

import static lathe.ingest.container.Packed.bz2;
import static lathe.ingest.container.Packed.gz;
import static lathe.ingest.container.Packed.tar;
import static lathe.ingest.container.Packed.utf8;
import static lathe.ingest.container.Packed.xz;
import static lathe.ingest.container.Packed.zip;
import static lathe.ingest.container.Packed.zst;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;
import org.apache.commons.compress.archivers.tar.TarConstants;
import org.junit.jupiter.api.Test;

class BrokenInputsTest extends InputsCase {

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
}
