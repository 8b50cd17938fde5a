package lathe.ingest.format.pdf;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import lathe.ingest.format.document.ExtractedText;
import lathe.ingest.format.document.RefusedException;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDDocumentInformation;
import org.apache.pdfbox.pdmodel.encryption.InvalidPasswordException;
import org.apache.pdfbox.pdmodel.font.FontMappers;

/**
 * The text of a PDF, page by page with a blank line between. Refused are {@code encrypted} ones that open with a
 * password only, and those whose author does not permit to take text out ({@code no-permission}).
 */
public final class PdfText {
    static {
        // The usual mapper searches the machine's fonts, for seconds, and keeps a list of them in the user's home.
        FontMappers.set(new OneFont());
    }

    private PdfText() {}

    /** The text, title, author and number of pages. */
    public static ExtractedText of(byte[] file) throws IOException {
        StreamSizes.check(file);
        try (PDDocument pdf = Loader.loadPDF(file)) {
            if (!pdf.getCurrentAccessPermission().canExtractContent()) {
                throw new RefusedException("no-permission", "the author does not permit to take text out");
            }
            PDDocumentInformation says = pdf.getDocumentInformation();
            ExtractedText.Meta meta = new ExtractedText.Meta()
                    .put("title", says.getTitle())
                    .put("author", says.getAuthor())
                    .put("pages", pdf.getNumberOfPages());
            return new ExtractedText(pages(new PageText().of(pdf)), meta.values());
        } catch (InvalidPasswordException e) {
            throw new RefusedException("encrypted", "the file opens with a password only");
        } catch (NoClassDefFoundError e) {
            // encryption for a recipient's certificate needs Bouncy Castle, which is not here: there is no key either
            throw new RefusedException("encrypted", "the file opens with a certificate only");
        }
    }

    private static String pages(String text) {
        List<String> pages = new ArrayList<>();
        for (String page : text.split(PageText.PAGE_END, -1)) {
            String tidy = LineEnds.joined(page).strip();
            if (!tidy.isEmpty()) {
                pages.add(tidy);
            }
        }
        return String.join("\n\n", pages);
    }
}
