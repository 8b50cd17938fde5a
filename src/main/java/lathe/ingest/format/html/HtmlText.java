package lathe.ingest.format.html;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;
import lathe.ingest.container.TextStream;
import lathe.ingest.format.document.ExtractedText;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jspecify.annotations.Nullable;

/**
 * The text of a web page: its main part, with blocks as lines. The character set is the byte order mark's, the one that
 * a transport names, the one that the page declares, or the one that its bytes show. Nothing is ever fetched.
 */
public final class HtmlText {
    private static final int DECLARED_WITHIN = 4096;
    private static final Pattern DECLARED = Pattern.compile("(?i)(charset|encoding)\\s*=");

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
        String set = charset == null ? guess(page) : charset;
        Document document = Jsoup.parse(new ByteArrayInputStream(page), set, "");
        ExtractedText.Meta meta = new ExtractedText.Meta()
                .put("title", document.title())
                .put("language", document.select("html").attr("lang"));
        return new ExtractedText(HtmlLines.of(MainPart.of(document)), meta.values());
    }

    /** The set of a page that declares none, as its bytes show it; null for one that does. */
    private static @Nullable String guess(byte[] page) throws IOException {
        String head = new String(page, 0, Math.min(page.length, DECLARED_WITHIN), StandardCharsets.ISO_8859_1);
        if (DECLARED.matcher(head).find()) {
            return null;
        }
        try (TextStream text = TextStream.of(new ByteArrayInputStream(page))) {
            text.transferTo(OutputStream.nullOutputStream()); // it decides where it must
            return text.charset();
        }
    }

    /** All text of a page that is known to hold nothing else, a chapter of a book for example. */
    public static String whole(byte[] page) throws IOException {
        return HtmlLines.of(
                Jsoup.parse(new ByteArrayInputStream(page), null, "").body());
    }
}
