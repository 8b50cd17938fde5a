package lathe.ingest.format.office;

import java.io.IOException;
import java.util.Arrays;
import lathe.ingest.format.document.ExtractedText;
import lathe.ingest.format.document.RefusedException;
import org.apache.poi.ooxml.POIXMLProperties;
import org.apache.poi.openxml4j.exceptions.InvalidFormatException;
import org.apache.poi.openxml4j.opc.OPCPackage;
import org.apache.poi.openxml4j.util.ZipFileZipEntrySource;
import org.apache.poi.xwpf.usermodel.XWPFDocument;

/**
 * The text of a Word document: paragraphs, headings, lists, tables with a row a line, foot- and endnotes at the end.
 * Headers and footers are left out. POI refuses document types, so that there are no entities to expand or fetch.
 */
public final class DocxText {
    // an OLE 2 container: an encrypted .docx, or a .doc under a wrong name
    private static final byte[] OLE = {(byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0};

    private DocxText() {}

    /** The text, title and author. */
    public static ExtractedText of(byte[] file) throws IOException {
        if (file.length > OLE.length && Arrays.equals(OLE, Arrays.copyOf(file, OLE.length))) {
            throw new RefusedException("encrypted", "the file is encrypted, or of Word's old format");
        }
        try (ZipParts parts = ZipParts.of(file);
                ZipFileZipEntrySource source = new ZipFileZipEntrySource(parts.zip());
                OPCPackage opened = OPCPackage.open(source);
                XWPFDocument document = new XWPFDocument(opened)) {
            POIXMLProperties.CoreProperties says = document.getProperties().getCoreProperties();
            ExtractedText.Meta meta =
                    new ExtractedText.Meta().put("title", says.getTitle()).put("author", says.getCreator());
            return new ExtractedText(new DocxBody(document).text(), meta.values());
        } catch (InvalidFormatException e) {
            throw new IOException(e);
        }
    }
}
