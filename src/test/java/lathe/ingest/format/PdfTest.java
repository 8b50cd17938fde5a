package lathe.ingest.format;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.zip.DeflaterOutputStream;
import lathe.ingest.item.Item;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.encryption.AccessPermission;
import org.apache.pdfbox.pdmodel.encryption.StandardProtectionPolicy;
import org.junit.jupiter.api.Test;

class PdfTest {

    private static final String PAGE =
            "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 600 800] /Contents 4 0 R /Resources ";

    private static byte[] encrypted(String password, boolean mayExtract) throws IOException {
        try (PDDocument pdf = new PDDocument()) {
            Samples.addPage(pdf, "secret");
            AccessPermission permission = new AccessPermission();
            permission.setCanExtractContent(mayExtract);
            StandardProtectionPolicy policy = new StandardProtectionPolicy("owner", password, permission);
            policy.setEncryptionKeyLength(128);
            pdf.protect(policy);
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            pdf.save(out);
            return out.toByteArray();
        }
    }

    /** One page with this content and these resources. */
    private static byte[] page(byte[] contents, String resources, byte[]... more) throws IOException {
        List<byte[]> objects = new ArrayList<>(List.of(
                Samples.utf8("<< /Type /Catalog /Pages 2 0 R >>"),
                Samples.utf8("<< /Type /Pages /Kids [3 0 R] /Count 1 >>"),
                Samples.utf8(PAGE + resources + " >>"),
                contents));
        objects.addAll(Arrays.asList(more));
        return Samples.rawPdf(objects);
    }

    @Test
    void pagesStandABlankLineApart() throws IOException {
        Item item = Samples.only(Format.PDF, Samples.pdf("One page.\nIts second line.", "", "The third page."));

        assertEquals("One page.\nIts second line.\n\nThe third page.", Samples.text(item));
        assertEquals("{\"title\":\"A title\",\"author\":\"An author\",\"pages\":3}", Samples.meta(item));
    }

    @Test
    void wordsDividedAtALinesEndAreWholeAgain() throws IOException {
        assertEquals(
                "The treatment of co-\nOwners, 1990-\n2000 and x-\nrays",
                Samples.text(Format.PDF, Samples.pdf("The treat-\nment of co-\nOwners, 1990-\n2000 and x-\nrays")));
    }

    @Test
    void chineseIsReadWithoutItsFont() throws IOException {
        byte[] file = page(
                Samples.stream("", Samples.utf8("BT /F1 12 Tf 50 700 Td <4E2D65875B578BCD> Tj ET")),
                "<< /Font << /F1 5 0 R >> >>",
                Samples.utf8("<< /Type /Font /Subtype /Type0 /BaseFont /STSong-Light /Encoding /UniGB-UCS2-H"
                        + " /DescendantFonts [6 0 R] >>"),
                Samples.utf8("<< /Type /Font /Subtype /CIDFontType0 /BaseFont /STSong-Light"
                        + " /CIDSystemInfo << /Registry (Adobe) /Ordering (GB1) /Supplement 2 >> /DW 1000"
                        + " /FontDescriptor 7 0 R >>"),
                Samples.utf8("<< /Type /FontDescriptor /FontName /STSong-Light /Flags 4 /FontBBox [0 0 1000 1000]"
                        + " /ItalicAngle 0 /Ascent 800 /Descent -200 /CapHeight 700 /StemV 80 >>"));

        assertEquals("中文字词", Samples.text(Format.PDF, file));
    }

    @Test
    void whatMayNotBeReadIsNot() throws IOException {
        assertEquals("encrypted", Samples.reason(Format.PDF, encrypted("user", true)));
        assertEquals("no-permission", Samples.reason(Format.PDF, encrypted("", false)));
        assertEquals("kept", Samples.reason(Format.PDF, encrypted("", true)));
    }

    @Test
    void aScanHasNoText() throws IOException {
        try (PDDocument pdf = new PDDocument()) {
            pdf.addPage(new PDPage());
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            pdf.save(out);
            assertEquals("no-text", Samples.reason(Format.PDF, out.toByteArray()));
        }
    }

    @Test
    void brokenFilesAreSaidToBe() throws IOException {
        byte[] sound = Samples.pdf("One", "Two");
        assertEquals("bad-pdf", Samples.reason(Format.PDF, Samples.utf8("no pdf at all")));
        assertEquals("bad-pdf", Samples.reason(Format.PDF, Arrays.copyOf(sound, 40)));
        for (int length = 0; length < sound.length; length += 150) {
            Samples.only(Format.PDF, Arrays.copyOf(sound, length));
        }
        for (int i = 0; i < sound.length; i += 41) {
            byte[] bent = sound.clone();
            bent[i] = (byte) (bent[i] * 31 + 5);
            Samples.only(Format.PDF, bent);
        }
    }

    @Test
    void formsThatDrawFormsAreCounted() throws IOException {
        List<byte[]> forms = new ArrayList<>();
        for (int i = 5; i < 30; i++) {
            String next = "<< /XObject << /X " + (i + 1) + " 0 R >> >>";
            forms.add(Samples.stream(
                    "/Type /XObject /Subtype /Form /BBox [0 0 9 9] /Resources " + next,
                    Samples.utf8("/X Do ".repeat(20))));
        }
        forms.add(Samples.stream("/Type /XObject /Subtype /Form /BBox [0 0 9 9]", new byte[0]));
        byte[] file = page(
                Samples.stream("", Samples.utf8("/X Do")),
                "<< /XObject << /X 5 0 R >> >>",
                forms.toArray(byte[][]::new));

        assertEquals("too-complex", Samples.reason(Format.PDF, file));
    }

    @Test
    void aStreamThatWouldNotFitIsRefused() throws IOException {
        ByteArrayOutputStream deflated = new ByteArrayOutputStream();
        try (DeflaterOutputStream out = new DeflaterOutputStream(deflated)) {
            byte[] blank = new byte[1 << 20];
            Arrays.fill(blank, (byte) ' ');
            for (int i = 0; i < 300; i++) {
                out.write(blank);
            }
        }
        byte[] file = page(Samples.stream("/Filter /FlateDecode", deflated.toByteArray()), "<< >>");

        assertEquals("too-long", Samples.reason(Format.PDF, file));
        assertTrue(file.length < 1 << 20);
    }

    @Test
    void structuresWithoutEndHaveOne() throws IOException {
        String deep = "[".repeat(200_000) + "]".repeat(200_000);
        byte[] nested = page(Samples.stream("", Samples.utf8("BT ET")), "<< /A " + deep + " >>");
        byte[] circle = Samples.rawPdf(List.of(
                Samples.utf8("<< /Type /Catalog /Pages 2 0 R >>"),
                Samples.utf8("<< /Type /Pages /Kids [2 0 R 3 0 R] /Count 99999999 /Parent 2 0 R >>"),
                Samples.utf8("<< /Type /Pages /Kids [2 0 R 3 0 R] /Count 5 /Parent 2 0 R >>")));

        assertTrue(List.of("bad-pdf", "too-deep", "no-text").contains(Samples.reason(Format.PDF, nested)));
        assertTrue(List.of("bad-pdf", "too-deep", "no-text").contains(Samples.reason(Format.PDF, circle)));
    }

    @Test
    void aCertificatesFileIsEncrypted() throws IOException {
        byte[] file = new String(page(Samples.stream("", Samples.utf8("BT ET")), "<< >>"), StandardCharsets.ISO_8859_1)
                .replace(
                        "/Root 1 0 R",
                        "/Root 1 0 R /Encrypt << /Filter /Adobe.PubSec /SubFilter /adbe.pkcs7.s4 /V 1 /Recipients [<00>] >>"
                                + " /ID [<00> <00>]")
                .getBytes(StandardCharsets.ISO_8859_1);

        assertTrue(List.of("encrypted", "bad-pdf").contains(Samples.reason(Format.PDF, file)));
    }
}
