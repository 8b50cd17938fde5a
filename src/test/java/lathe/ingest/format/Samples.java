package lathe.ingest.format;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import lathe.ingest.container.Input;
import lathe.ingest.item.Batch;
import lathe.ingest.item.BatchReader;
import lathe.ingest.item.Item;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts;
import org.apache.poi.xwpf.usermodel.XWPFDocument;

/** Makes files of all formats, and reads them. */
public final class Samples {
    private Samples() {}

    /** All items of a file, decoded twice to see that both times give the same. */
    public static List<Item> items(Format format, byte[] file, String path) throws IOException {
        List<Item> items = new ArrayList<>();
        List<Item> again = new ArrayList<>();
        try (BatchReader reader = format.open(input(file, path), path)) {
            for (Batch batch = reader.next(); batch != null; batch = reader.next()) {
                batch.decode(items::add);
                batch.decode(again::add);
            }
        }
        assertEquals(items, again);
        return items;
    }

    static Item only(Format format, byte[] file) throws IOException {
        List<Item> items = items(format, file, "file");
        assertEquals(1, items.size(), items::toString);
        return items.get(0);
    }

    static String text(Format format, byte[] file) throws IOException {
        return text(only(format, file));
    }

    static String text(Item item) {
        return row(item).value().path("text").asText();
    }

    static String meta(Item item) {
        return row(item).value().path("meta").toString();
    }

    private static Item.Row row(Item item) {
        if (item instanceof Item.Bad bad) {
            throw new AssertionError(bad.toString());
        }
        return (Item.Row) item;
    }

    static String reason(Format format, byte[] file) throws IOException {
        return reason(only(format, file));
    }

    static String reason(Item item) {
        return item instanceof Item.Bad bad ? bad.reason() : "kept";
    }

    public static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static Input input(byte[] file, String name) {
        return new Input() {
            @Override
            public String name() {
                return name;
            }

            @Override
            public InputStream open() {
                return new ByteArrayInputStream(file);
            }

            @Override
            public Path onDisk() {
                throw new UnsupportedOperationException();
            }
        };
    }

    /** A PDF with a page for each text, line by line. */
    public static byte[] pdf(String... pages) throws IOException {
        try (PDDocument pdf = new PDDocument()) {
            for (String page : pages) {
                addPage(pdf, page);
            }
            pdf.getDocumentInformation().setTitle("A title");
            pdf.getDocumentInformation().setAuthor("An author");
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            pdf.save(out);
            return out.toByteArray();
        }
    }

    static void addPage(PDDocument pdf, String text) throws IOException {
        PDPage page = new PDPage();
        pdf.addPage(page);
        try (PDPageContentStream content = new PDPageContentStream(pdf, page)) {
            content.setFont(new PDType1Font(Standard14Fonts.FontName.HELVETICA), 11);
            content.beginText();
            content.setLeading(14);
            content.newLineAtOffset(50, 750);
            for (String line : text.lines().toList()) {
                content.showText(line);
                content.newLine();
            }
            content.endText();
        }
    }

    /** A PDF of objects as they are given, numbered from 1; the first is the catalog. */
    static byte[] rawPdf(List<byte[]> objects) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.write(utf8("%PDF-1.7\n"));
        StringBuilder xref = new StringBuilder("xref\n0 " + (objects.size() + 1) + "\n0000000000 65535 f \n");
        for (int i = 0; i < objects.size(); i++) {
            xref.append(String.format("%010d 00000 n %n", out.size()));
            out.write(utf8((i + 1) + " 0 obj\n"));
            out.write(objects.get(i));
            out.write(utf8("\nendobj\n"));
        }
        int start = out.size();
        out.write(utf8(xref + "trailer\n<< /Size " + (objects.size() + 1) + " /Root 1 0 R >>\nstartxref\n" + start
                + "\n%%EOF\n"));
        return out.toByteArray();
    }

    static byte[] stream(String dictionary, byte[] content) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.write(utf8("<< " + dictionary + " /Length " + content.length + " >>\nstream\n"));
        out.write(content);
        out.write(utf8("\nendstream"));
        return out.toByteArray();
    }

    /** A Word document with these paragraphs. */
    public static byte[] docx(String... paragraphs) throws IOException {
        try (XWPFDocument document = new XWPFDocument()) {
            document.getProperties().getCoreProperties().setTitle("Minutes");
            document.getProperties().getCoreProperties().setCreator("Ann");
            for (String paragraph : paragraphs) {
                document.createParagraph().createRun().setText(paragraph);
            }
            return bytes(document);
        }
    }

    static byte[] bytes(XWPFDocument document) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        document.write(out);
        return out.toByteArray();
    }

    public static byte[] gzip(byte[] bytes) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(out)) {
            gzip.write(bytes);
        }
        return out.toByteArray();
    }

    /** An archive of these parts, in their order. */
    public static byte[] zip(Map<String, byte[]> parts) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(out)) {
            for (Map.Entry<String, byte[]> part : parts.entrySet()) {
                zip.putNextEntry(new ZipEntry(part.getKey()));
                zip.write(part.getValue());
                zip.closeEntry();
            }
        }
        return out.toByteArray();
    }

    /** A book of two chapters, whose spine does not follow the manifest. */
    public static Map<String, byte[]> epubParts() {
        Map<String, byte[]> parts = new LinkedHashMap<>();
        parts.put("mimetype", utf8("application/epub+zip"));
        parts.put(
                "META-INF/container.xml",
                utf8("<?xml version='1.0'?><container xmlns='urn:oasis:names:tc:opendocument:xmlns:container'>"
                        + "<rootfiles><rootfile full-path='OEBPS/book.opf'/></rootfiles></container>"));
        parts.put(
                "OEBPS/book.opf",
                utf8(
                        """
                        <?xml version="1.0" encoding="UTF-8"?>
                        <package xmlns="http://www.idpf.org/2007/opf" version="3.0">
                         <metadata xmlns:dc="http://purl.org/dc/elements/1.1/">
                          <dc:title>红楼 &amp; Dream</dc:title><dc:creator>Cao</dc:creator><dc:creator>Gao</dc:creator>
                          <dc:language>zh</dc:language>
                         </metadata>
                         <manifest>
                          <item id="two" href="text/chapter%202.xhtml" media-type="application/xhtml+xml"/>
                          <item id="one" href="text/one.xhtml" media-type="application/xhtml+xml"/>
                          <item id="toc" href="nav.xhtml" media-type="application/xhtml+xml" properties="nav"/>
                          <item id="css" href="a.css" media-type="text/css"/>
                         </manifest>
                         <spine><itemref idref="toc"/><itemref idref="one"/><itemref idref="two"/></spine>
                        </package>"""));
        parts.put("OEBPS/text/one.xhtml", utf8(chapter("第一回", "甄士隐&nbsp;梦幻")));
        parts.put("OEBPS/text/chapter 2.xhtml", utf8(chapter("Two", "It ends.")));
        parts.put("OEBPS/nav.xhtml", utf8(chapter("Contents", "One, Two")));
        return parts;
    }

    static String chapter(String heading, String text) {
        return "<?xml version='1.0' encoding='utf-8'?><html xmlns='http://www.w3.org/1999/xhtml'><head><title>x</title>"
                + "</head><body><h1>" + heading + "</h1><p>" + text + "</p></body></html>";
    }

    public static byte[] epub() throws IOException {
        return zip(epubParts());
    }

    /** A record of a WARC file. */
    public static byte[] warcRecord(String type, String contentType, String url, byte[] block) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.write(utf8("WARC/1.0\r\nWARC-Type: " + type + "\r\nWARC-Target-URI: " + url
                + "\r\nWARC-Date: 2024-05-06T07:08:09Z\r\nWARC-Record-ID: <urn:uuid:0>\r\nContent-Type: " + contentType
                + "\r\nContent-Length: " + block.length + "\r\n\r\n"));
        out.write(block);
        out.write(utf8("\r\n\r\n"));
        return out.toByteArray();
    }

    /** The response to a request for a page. */
    public static byte[] response(String status, String headers, byte[] body) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.write(utf8("HTTP/1.1 " + status + "\r\n" + headers + "\r\n"));
        out.write(body);
        return out.toByteArray();
    }

    public static byte[] joined(byte[]... parts) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            out.writeBytes(part);
        }
        return out.toByteArray();
    }
}
