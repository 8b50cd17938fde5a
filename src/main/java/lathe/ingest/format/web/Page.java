package lathe.ingest.format.web;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import lathe.ingest.format.document.ExtractedText;
import lathe.ingest.format.document.Extraction;
import lathe.ingest.format.document.RefusedException;
import lathe.ingest.format.html.HtmlText;
import lathe.ingest.item.Item;
import org.jspecify.annotations.Nullable;
import org.netpreserve.jwarc.HttpResponse;
import org.netpreserve.jwarc.LengthedBody;
import org.netpreserve.jwarc.MessageHeaders;

/** A record of a WARC file that may be a page. */
final class Page {
    /** Length of the longest page that is kept. */
    static final int MOST_BYTES = 32 << 20;

    private static final Pattern CHARSET = Pattern.compile("(?i)charset\\s*=\\s*[\"']?([^\\s;\"']+)");

    private final long number;
    private final MessageHeaders headers;
    private final byte[] block;

    /**
     * A record.
     *
     * @param number among the records of its file, from 1
     * @param block its bytes; of a response with the HTTP header
     */
    Page(long number, MessageHeaders headers, byte[] block) {
        this.number = number;
        this.headers = headers;
        this.block = block;
    }

    long bytes() {
        return block.length;
    }

    /**
     * The page as a row with {@code url}, {@code date} and {@code content-type}, or why it is none: {@code http-status}
     * other than 2xx, {@code not-text} for what is neither HTML nor plain text.
     */
    Item item() {
        return Extraction.item(number, block, "bad-page", this::extract);
    }

    private ExtractedText extract(byte[] file) throws IOException {
        refuseLong(file);
        boolean http = header("Content-Type").toLowerCase(Locale.ROOT).startsWith("application/http");
        if (!http) {
            return text(header("Content-Type"), file);
        }
        HttpResponse response = response(file);
        byte[] sent = response.bodyDecoded().stream().readNBytes(MOST_BYTES + 1);
        refuseLong(sent);
        return text(response.headers().first("Content-Type").orElse(""), sent);
    }

    private ExtractedText text(String contentType, byte[] page) throws IOException {
        String mime = contentType.replaceFirst(";.*", "").strip().toLowerCase(Locale.ROOT);
        Charset charset = charset(contentType);
        ExtractedText found =
                switch (mime) {
                    case "text/html", "application/xhtml+xml" ->
                        HtmlText.of(page, charset == null ? null : charset.name());
                    case "text/plain" -> plain(page, charset == null ? StandardCharsets.UTF_8 : charset);
                    default -> throw new RefusedException("not-text", mime + " " + header("WARC-Target-URI"));
                };
        ExtractedText.Meta meta = new ExtractedText.Meta()
                .put("url", header("WARC-Target-URI").replaceFirst("^<(.*)>$", "$1"))
                .put("date", header("WARC-Date"))
                .put("content-type", mime);
        Map<String, Object> all = new LinkedHashMap<>(found.meta());
        all.putAll(meta.values());
        return new ExtractedText(found.text(), all);
    }

    private String header(String name) {
        return headers.first(name).orElse("");
    }

    private void refuseLong(byte[] bytes) throws RefusedException {
        if (bytes.length > MOST_BYTES) {
            throw new RefusedException("too-long", "the page is longer than " + MOST_BYTES + " bytes");
        }
    }

    private HttpResponse response(byte[] file) throws IOException {
        LengthedBody channel = LengthedBody.create(
                Channels.newChannel(new ByteArrayInputStream(new byte[0])), ByteBuffer.wrap(file), file.length);
        HttpResponse response = HttpResponse.parse(channel);
        if (response.status() / 100 != 2) {
            throw new RefusedException("http-status", response.status() + " " + header("WARC-Target-URI"));
        }
        return response;
    }

    private static @Nullable Charset charset(String contentType) {
        Matcher named = CHARSET.matcher(contentType);
        try {
            return named.find() && Charset.isSupported(named.group(1)) ? Charset.forName(named.group(1)) : null;
        } catch (IllegalCharsetNameException e) {
            return null; // the page may say it better
        }
    }

    private static ExtractedText plain(byte[] bytes, Charset charset) throws IOException {
        String text = charset.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
        return new ExtractedText(text.startsWith("\uFEFF") ? text.substring(1) : text, Map.of());
    }
}
