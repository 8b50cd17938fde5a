package lathe.ingest.format;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import lathe.ingest.item.Item;
import org.apache.poi.xwpf.usermodel.XWPFAbstractNum;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFFootnote;
import org.apache.poi.xwpf.usermodel.XWPFNumbering;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.apache.poi.xwpf.usermodel.XWPFStyle;
import org.apache.poi.xwpf.usermodel.XWPFTable;
import org.junit.jupiter.api.Test;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTAbstractNum;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTLvl;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTStyle;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STNumberFormat;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STStyleType;

class DocxTest {

    /** A kind of list with two levels. */
    private static BigInteger list(XWPFNumbering numbering, int id, STNumberFormat.Enum kind) {
        CTAbstractNum list = CTAbstractNum.Factory.newInstance();
        list.setAbstractNumId(BigInteger.valueOf(id));
        for (int level = 0; level < 2; level++) {
            CTLvl lvl = list.addNewLvl();
            lvl.setIlvl(BigInteger.valueOf(level));
            lvl.addNewNumFmt().setVal(kind);
        }
        return numbering.addNum(numbering.addAbstractNum(new XWPFAbstractNum(list)));
    }

    private static XWPFParagraph add(XWPFDocument document, String text) {
        XWPFParagraph paragraph = document.createParagraph();
        paragraph.createRun().setText(text);
        return paragraph;
    }

    private static void item(XWPFDocument document, String text, BigInteger list, int level) {
        XWPFParagraph paragraph = add(document, text);
        paragraph.setNumID(list);
        paragraph.setNumILvl(BigInteger.valueOf(level));
    }

    private static Map<String, byte[]> parts(byte[] docx) throws IOException {
        Map<String, byte[]> parts = new LinkedHashMap<>();
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(docx))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                parts.put(entry.getName(), zip.readAllBytes());
            }
        }
        return parts;
    }

    /** A document whose body's XML was changed. */
    private static byte[] changed(String from, String to) throws IOException {
        Map<String, byte[]> parts = parts(Samples.docx("plain"));
        String body = new String(parts.get("word/document.xml"), StandardCharsets.UTF_8);
        assertTrue(body.contains(from), body);
        parts.put("word/document.xml", Samples.utf8(body.replace(from, to)));
        return Samples.zip(parts);
    }

    @Test
    void blocksAreLines() throws IOException {
        byte[] file;
        try (XWPFDocument document = new XWPFDocument()) {
            document.getProperties().getCoreProperties().setTitle("Report");
            document.getProperties().getCoreProperties().setCreator("Lu Xun");
            add(document, "Heading").setStyle("Heading1");
            add(document, "");
            document.createFootnotes();
            XWPFFootnote note = document.createFootnote();
            note.createParagraph().createRun().setText("A source.");
            add(document, "A paragraph, 文字").addFootnoteReference(note);
            XWPFNumbering numbering = document.createNumbering();
            BigInteger numbers = list(numbering, 1, STNumberFormat.DECIMAL);
            BigInteger dashes = list(numbering, 2, STNumberFormat.BULLET);
            item(document, "first", numbers, 0);
            item(document, "inner", numbers, 1);
            item(document, "second", numbers, 0);
            item(document, "dash", dashes, 0);
            XWPFTable table = document.createTable(2, 2);
            table.getRow(0).getCell(0).setText("a");
            table.getRow(0).getCell(1).setText("b");
            table.getRow(1).getCell(1).setText("c  d");
            add(document, "End");
            file = Samples.bytes(document);
        }

        Item item = Samples.only(Format.DOCX, file);

        assertEquals(
                "Heading\n\nA paragraph, 文字[1]\n\n1. first\n  1. inner\n2. second\n- dash\n\na\tb\n\tc d\n\nEnd\n\n"
                        + "[1] A source.",
                Samples.text(item));
        assertEquals("{\"title\":\"Report\",\"author\":\"Lu Xun\"}", Samples.meta(item));
    }

    @Test
    void whatWasDeletedIsNotRead() throws IOException {
        String run = "<w:r><w:t>plain</w:t></w:r>";
        assertEquals(
                "kept added",
                Samples.text(
                        Format.DOCX,
                        changed(
                                run,
                                "<w:r><w:t xml:space=\"preserve\">kept </w:t></w:r>"
                                        + "<w:del w:id=\"1\" w:author=\"x\"><w:r><w:delText>gone</w:delText></w:r></w:del>"
                                        + "<w:ins w:id=\"2\" w:author=\"x\"><w:r><w:t>added</w:t></w:r></w:ins>")));
    }

    @Test
    void documentTypesAreRefused() throws IOException {
        String laughs = "<!DOCTYPE x [<!ENTITY a 'lol'><!ENTITY b '&a;&a;&a;&a;&a;&a;'>]><w:document";
        String fetch = "<!DOCTYPE x [<!ENTITY b SYSTEM 'file:///etc/hostname'>]><w:document";
        for (String type : new String[] {laughs, fetch}) {
            byte[] file = changed("<w:document", type);
            Map<String, byte[]> parts = parts(file);
            String body = new String(parts.get("word/document.xml"), StandardCharsets.UTF_8);
            parts.put("word/document.xml", Samples.utf8(body.replace("plain", "&b;")));
            assertEquals("bad-docx", Samples.reason(Format.DOCX, Samples.zip(parts)));
        }
        Map<String, byte[]> parts = parts(Samples.docx("plain"));
        String relations = new String(parts.get("_rels/.rels"), StandardCharsets.UTF_8);
        parts.put(
                "_rels/.rels",
                Samples.utf8(relations.replace("<Relationships", laughs.replace("<w:document", "<Relationships"))));
        assertEquals("plain", Samples.text(Format.DOCX, Samples.zip(parts)));
    }

    @Test
    void aBombIsSeenBeforeItGoesOff() throws IOException {
        Map<String, byte[]> parts = parts(Samples.docx("plain"));
        parts.put("word/media/image1.xml", new byte[49 << 20]);

        assertEquals("archive-bomb", Samples.reason(Format.DOCX, Samples.zip(parts)));
    }

    @Test
    void nestingIsNotTooDeep() throws IOException {
        String run = "<w:r><w:t>plain</w:t></w:r>";
        String open = "<w:sdt><w:sdtContent>".repeat(50_000);
        String close = "</w:sdtContent></w:sdt>".repeat(50_000);
        assertEquals("plain", Samples.text(Format.DOCX, changed(run, open + run + close)));
        String cell = "<w:tbl><w:tr><w:tc><w:p><w:r><w:t>a</w:t></w:r></w:p>".repeat(2) + "</w:tc></w:tr></w:tbl>";
        String row = cell + "<w:p><w:r><w:t>b</w:t></w:r></w:p></w:tc><w:tc/></w:tr></w:tbl>";
        assertEquals("a a b\t", Samples.text(Format.DOCX, changed("<w:p><w:r><w:t>plain</w:t></w:r></w:p>", row)));
        String tables = "<w:tbl><w:tr><w:tc>".repeat(20_000);
        assertEquals("bad-docx", Samples.reason(Format.DOCX, changed(run, tables)));
    }

    @Test
    void whatStandsTwiceIsReadOnce() throws IOException {
        String box = "<w:p><w:r><w:t>boxed</w:t></w:r></w:p>";
        assertEquals(
                "boxed\n\nplain\tE=mc",
                Samples.text(
                        Format.DOCX,
                        changed(
                                "<w:r><w:t>plain</w:t></w:r>",
                                "<w:r><w:t>plain</w:t><w:tab/></w:r><w:r><mc:AlternateContent"
                                        + " xmlns:mc='http://schemas.openxmlformats.org/markup-compatibility/2006'>"
                                        + "<mc:Choice><w:txbxContent>" + box + "</w:txbxContent></mc:Choice>"
                                        + "<mc:Fallback><w:txbxContent>" + box + "</w:txbxContent></mc:Fallback>"
                                        + "</mc:AlternateContent></w:r><m:oMath"
                                        + " xmlns:m='http://schemas.openxmlformats.org/officeDocument/2006/math'>"
                                        + "<m:r><m:t>E=mc</m:t></m:r></m:oMath>")));
    }

    @Test
    void aStyleMayMakeAList() throws IOException {
        byte[] file;
        try (XWPFDocument document = new XWPFDocument()) {
            BigInteger dashes = list(document.createNumbering(), 3, STNumberFormat.BULLET);
            CTStyle style = CTStyle.Factory.newInstance();
            style.setStyleId("ListBullet");
            style.setType(STStyleType.PARAGRAPH);
            style.addNewPPr().addNewNumPr().addNewNumId().setVal(dashes);
            document.createStyles().addStyle(new XWPFStyle(style));
            add(document, "one").setStyle("ListBullet");
            add(document, "two").setStyle("ListBullet");
            file = Samples.bytes(document);
        }
        assertEquals("- one\n- two", Samples.text(Format.DOCX, file));
    }

    @Test
    void encryptedAndBrokenFilesAreSaidToBe() throws IOException {
        byte[] old = new byte[2000];
        System.arraycopy(new byte[] {(byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0}, 0, old, 0, 4);
        assertEquals("encrypted", Samples.reason(Format.DOCX, old));
        byte[] sound = Samples.docx("text");
        assertEquals("bad-docx", Samples.reason(Format.DOCX, Arrays.copyOf(sound, sound.length / 2)));
        assertEquals("bad-docx", Samples.reason(Format.DOCX, Samples.epub()));
        assertEquals("no-text", Samples.reason(Format.DOCX, Samples.docx()));
        for (int i = 0; i < sound.length; i += 97) {
            byte[] bent = sound.clone();
            bent[i] = (byte) (bent[i] * 31 + 5);
            Samples.only(Format.DOCX, bent);
        }
    }
}
