package lathe.ingest.format.html;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import lathe.ingest.format.document.ExtractedText;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jspecify.annotations.Nullable;

/**
 * The text of a web page: its main part, with blocks as lines. The character set is the byte order mark's, the one that
 * a transport names, the one that the page declares, or UTF-8. Nothing is ever fetched.
 */
public final class HtmlText {
    private HtmlText() {}

    /** The text, title and language of a page. */
    public static ExtractedText of(byte[] page) throws IOException {
        return of(page, null);
    }

    /**
     * The same.
     *
     * @param charset as its transport names it, or null
     */
    public static ExtractedText of(byte[] page, @Nullable String charset) throws IOException {
        Document document = Jsoup.parse(new ByteArrayInputStream(page), charset, "");
        ExtractedText.Meta meta = new ExtractedText.Meta()
                .put("title", document.title())
                .put("language", document.select("html").attr("lang"));
        return new ExtractedText(HtmlLines.of(MainPart.of(document)), meta.values());
    }

    /** All text of a page that is known to hold nothing else, a chapter of a book for example. */
    public static String whole(byte[] page) throws IOException {
        return HtmlLines.of(
                Jsoup.parse(new ByteArrayInputStream(page), null, "").body());
    }
}
