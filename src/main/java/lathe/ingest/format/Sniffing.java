package lathe.ingest.format;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import lathe.ingest.container.TextStream;
import lathe.run.Json;
import org.jspecify.annotations.Nullable;

/** Tells a format from a file's first bytes. */
final class Sniffing {
    private static final Map<String, Format> BEGINNINGS = Map.of(
            "%pdf-", Format.PDF,
            "par1", Format.PARQUET,
            "warc/1.", Format.WARC,
            "<!doctype html", Format.HTML,
            "<html", Format.HTML);
    private static final String ZIP = "PK\u0003\u0004";

    private Sniffing() {}

    /** A format that begins like this; JSON an object per line, or as a whole, or text; null if it is none of them. */
    static @Nullable Format of(byte[] head) {
        String start = new String(head, StandardCharsets.ISO_8859_1);
        for (Map.Entry<String, Format> beginning : BEGINNINGS.entrySet()) {
            if (start.stripLeading()
                    .regionMatches(
                            true, 0, beginning.getKey(), 0, beginning.getKey().length())) {
                return beginning.getValue();
            }
        }
        if (start.startsWith(ZIP)) {
            return zipped(start);
        }
        return TextStream.isText(head) ? text(text(head).stripLeading()) : null;
    }

    /** Other zips are archives, and never come here. */
    private static @Nullable Format zipped(String start) {
        if (start.contains("application/epub+zip")) {
            return Format.EPUB;
        }
        return start.contains("word/") ? Format.DOCX : null;
    }

    private static Format text(String text) {
        if (text.startsWith("[")) {
            return Format.JSON;
        }
        return text.startsWith("{") ? json(text) : Format.TXT;
    }

    private static String text(byte[] head) {
        try (TextStream in = TextStream.of(new ByteArrayInputStream(head))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Objects that end with their line stand one per line; so does one that does not end within sight. */
    private static Format json(String text) {
        int end = text.indexOf('\n');
        if (end < 0) {
            return Format.JSONL;
        }
        try {
            return Json.parse(text.substring(0, end)).isObject() ? Format.JSONL : Format.TXT;
        } catch (JsonProcessingException e) {
            return looksLikeJson(text) ? Format.JSON : Format.TXT;
        }
    }

    /** An object begins with a name. */
    private static boolean looksLikeJson(String text) {
        String inner = text.substring(1).stripLeading();
        return inner.startsWith("\"") || inner.startsWith("}");
    }
}
