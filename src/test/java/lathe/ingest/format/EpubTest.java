package lathe.ingest.format;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.IOException;
import java.util.Arrays;
import java.util.Map;
import lathe.ingest.item.Item;
import org.junit.jupiter.api.Test;

class EpubTest {

    private static final String ENCRYPTION = "META-INF/encryption.xml";

    private static byte[] protectedBy(String algorithm) throws IOException {
        Map<String, byte[]> parts = Samples.epubParts();
        parts.put(
                ENCRYPTION,
                Samples.utf8("<encryption xmlns:enc='http://www.w3.org/2001/04/xmlenc#'><enc:EncryptedData>"
                        + "<enc:EncryptionMethod Algorithm='" + algorithm + "'/></enc:EncryptedData></encryption>"));
        return Samples.zip(parts);
    }

    @Test
    void chaptersFollowTheSpine() throws IOException {
        Item item = Samples.only(Format.EPUB, Samples.epub());

        assertEquals("第一回\n\n甄士隐 梦幻\n\nTwo\n\nIt ends.", Samples.text(item));
        assertEquals(
                "{\"title\":\"红楼 & Dream\",\"author\":\"Cao; Gao\",\"language\":\"zh\",\"chapters\":2}",
                Samples.meta(item));
    }

    @Test
    void aProtectedBookIsEncryptedAndHiddenFontsAreNot() throws IOException {
        assertEquals(
                "encrypted", Samples.reason(Format.EPUB, protectedBy("http://www.w3.org/2001/04/xmlenc#aes256-cbc")));
        assertEquals("kept", Samples.reason(Format.EPUB, protectedBy("http://www.idpf.org/2008/embedding")));
        assertEquals("kept", Samples.reason(Format.EPUB, protectedBy("http://ns.adobe.com/pdf/enc#RC")));
    }

    @Test
    void entitiesAreNeitherExpandedNorFetched() throws IOException {
        Map<String, byte[]> parts = Samples.epubParts();
        String types = "<!DOCTYPE x [<!ENTITY a 'lollollol'><!ENTITY b '&a;&a;&a;&a;'>"
                + "<!ENTITY file SYSTEM 'file:///etc/hostname'>]>";
        String opf = new String(parts.get("OEBPS/book.opf"), java.nio.charset.StandardCharsets.UTF_8);
        parts.put(
                "OEBPS/book.opf", Samples.utf8(opf.replace("?>", "?>" + types).replace("红楼 &amp; Dream", "&b;&file;")));
        parts.put("OEBPS/text/one.xhtml", Samples.utf8(types + Samples.chapter("h", "&b;&file;")));

        Item item = Samples.only(Format.EPUB, Samples.zip(parts));

        assertFalse((Samples.text(item) + Samples.meta(item)).contains("lol"));
    }

    @Test
    void brokenBooksAreSaidToBe() throws IOException {
        byte[] sound = Samples.epub();
        assertEquals("bad-epub", Samples.reason(Format.EPUB, Arrays.copyOf(sound, sound.length / 2)));
        assertEquals("bad-epub", Samples.reason(Format.EPUB, new byte[0]));
        Map<String, byte[]> parts = Samples.epubParts();
        parts.remove("OEBPS/text/one.xhtml");
        assertEquals("bad-epub", Samples.reason(Format.EPUB, Samples.zip(parts)));
        parts.remove("META-INF/container.xml");
        assertEquals("bad-epub", Samples.reason(Format.EPUB, Samples.zip(parts)));
    }

    @Test
    void aBombIsSeenBeforeItGoesOff() throws IOException {
        Map<String, byte[]> parts = Samples.epubParts();
        parts.put("OEBPS/text/one.xhtml", new byte[50 << 20]);

        assertEquals("archive-bomb", Samples.reason(Format.EPUB, Samples.zip(parts)));
    }

    @Test
    void nestingIsNotTooDeep() throws IOException {
        Map<String, byte[]> parts = Samples.epubParts();
        parts.put("OEBPS/text/one.xhtml", Samples.utf8("<p>" + "<i>".repeat(100_000) + "deep"));
        parts.put(ENCRYPTION, Samples.utf8("<a>".repeat(100_000)));

        assertEquals("deep\n\nTwo\n\nIt ends.", Samples.text(Format.EPUB, Samples.zip(parts)));
    }
}
