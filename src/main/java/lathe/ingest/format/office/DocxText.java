package lathe.ingest.format.office;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Arrays;
import lathe.ingest.format.document.ExtractedText;
import lathe.ingest.format.document.RefusedException;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.parser.Parser;

/**
 * The text of a Word document: paragraphs, headings, lists, tables with a row a line, foot- and endnotes at the end.
 * Headers, footers, comments and what was deleted are left out.
 */
public final class DocxText {
    // an OLE 2 container: an encrypted .docx, or a .doc under a wrong name
    private static final byte[] OLE = {(byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0};

    private static final String RELATIONS = "_rels/.rels";
    private static final String PROPERTIES = "docProps/core.xml";

    private DocxText() {}

    /** The text, title and author. */
    public static ExtractedText of(byte[] file) throws IOException {
        if (file.length > OLE.length && Arrays.equals(OLE, Arrays.copyOf(file, OLE.length))) {
            throw new RefusedException("encrypted", "the file is encrypted, or of Word's old format");
        }
        try (ZipParts parts = ZipParts.of(file)) {
            ExtractedText.Meta meta = new ExtractedText.Meta();
            if (parts.has(PROPERTIES)) {
                Document says = xml(parts, PROPERTIES);
                meta.put("title", says.select("dc|title").text());
                meta.put("author", says.select("dc|creator").text());
            }
            return new ExtractedText(text(parts), meta.values());
        }
    }

    private static String text(ZipParts parts) throws IOException {
        String main = xml(parts, RELATIONS)
                .select("Relationship[Type$=/officeDocument]")
                .attr("Target")
                .replaceFirst("^/", "");
        String folder = main.substring(0, main.lastIndexOf('/') + 1);
        DocxLists lists = new DocxLists();
        parts.ifThere(folder + "numbering.xml", in -> Xml.read(in, lists.numbering()));
        parts.ifThere(folder + "styles.xml", in -> Xml.read(in, lists.styles()));
        DocxNotes notes = new DocxNotes(lists);
        DocxBody body = new DocxBody(lists, notes);
        parts.read(main, in -> Xml.read(in, body));
        parts.ifThere(folder + "footnotes.xml", in -> Xml.read(in, notes));
        parts.ifThere(folder + "endnotes.xml", in -> Xml.read(in, notes));
        return notes.after(body.blocks());
    }

    private static Document xml(ZipParts parts, String name) throws IOException {
        return Jsoup.parse(new ByteArrayInputStream(parts.read(name)), null, "", Parser.xmlParser());
    }
}
