package lathe.ingest.format.office;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import lathe.ingest.format.document.ExtractedText;
import lathe.ingest.format.document.RefusedException;
import lathe.ingest.format.html.HtmlText;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.parser.Parser;

/**
 * The text of a book in EPUB 2 or 3: its chapters in the order of the spine, a blank line between; the table of
 * contents is left out. Entities that a document type declares are not expanded, and nothing outside the archive is
 * read.
 */
public final class EpubText {
    private static final String CONTAINER = "META-INF/container.xml";
    private static final String ENCRYPTION = "META-INF/encryption.xml";
    private static final String OBFUSCATION = "(?i).*(idpf\\.org|adobe\\.com).*(obfuscation|embedding|mangling).*|"
            + ".*ns\\.adobe\\.com/pdf/enc.*"; // of fonts, which hides no text

    private EpubText() {}

    /** The text, title, author, language and number of chapters. */
    public static ExtractedText of(byte[] file) throws IOException {
        try (ZipParts parts = ZipParts.of(file)) {
            refuseEncrypted(parts);
            String opf = xml(parts, CONTAINER).select("rootfile").attr("full-path");
            Document book = xml(parts, opf);
            List<String> chapters = chapters(parts, book, opf);
            ExtractedText.Meta meta = new ExtractedText.Meta()
                    .put("title", first(book, "dc|title"))
                    .put("author", String.join("; ", book.select("dc|creator").eachText()))
                    .put("language", first(book, "dc|language"))
                    .put("chapters", chapters.size());
            return new ExtractedText(String.join("\n\n", chapters), meta.values());
        }
    }

    private static void refuseEncrypted(ZipParts parts) throws IOException {
        if (parts.has(ENCRYPTION)) {
            for (Element method : xml(parts, ENCRYPTION).select("*|EncryptionMethod")) {
                if (!method.attr("Algorithm").matches(OBFUSCATION)) {
                    throw new RefusedException("encrypted", "the book is protected");
                }
            }
        }
    }

    private static Document xml(ZipParts parts, String name) throws IOException {
        return Jsoup.parse(new ByteArrayInputStream(parts.read(name)), null, "", Parser.xmlParser());
    }

    private static String first(Document book, String field) {
        Element found = book.selectFirst(field);
        return found == null ? "" : found.text();
    }

    private static List<String> chapters(ZipParts parts, Document book, String opf) throws IOException {
        Map<String, Element> items = new LinkedHashMap<>();
        for (Element item : book.select("*|manifest > *|item")) {
            items.put(item.attr("id"), item);
        }
        List<String> chapters = new ArrayList<>();
        long chars = 0;
        for (Element reference : book.select("*|spine > *|itemref")) {
            Element item = items.get(reference.attr("idref"));
            if (item != null && isChapter(item)) {
                String chapter = HtmlText.whole(parts.read(resolved(opf, item.attr("href"))));
                chars += chapter.length();
                if (chars > ExtractedText.MOST_CHARS) {
                    throw new RefusedException("too-long", "more than " + ExtractedText.MOST_CHARS + " characters");
                }
                chapters.add(chapter);
            }
        }
        chapters.removeIf(String::isBlank);
        return chapters;
    }

    private static boolean isChapter(Element item) {
        return item.attr("media-type").matches("application/xhtml\\+xml|text/html|text/x-oeb1-document")
                && !List.of(item.attr("properties").split(" ", -1)).contains("nav");
    }

    /** References are relative to the package document, and written as in a URL. */
    private static String resolved(String opf, String href) throws IOException {
        try {
            return URI.create("zip:/" + opf.replace(" ", "%20"))
                    .resolve(href.replace(" ", "%20"))
                    .getPath()
                    .substring(1);
        } catch (IllegalArgumentException e) {
            throw new IOException("a chapter's name is no reference: " + href, e);
        }
    }
}
