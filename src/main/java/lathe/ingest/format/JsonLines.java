package lathe.ingest.format;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import lathe.ingest.item.Item;
import lathe.run.Json;
import org.jspecify.annotations.Nullable;

/** What single lines become where each is a JSON value. Used by one thread. */
final class JsonLines {
    private static final int EXCERPT = 1 << 12;
    private static final long MOST_TOKENS = 1 << 20;

    // Small values take many times their length in memory: a line is limited in both.
    private static final ObjectReader ROWS = Json.mapper().reader().with(limited());

    private final PlainJson plain = new PlainJson();

    private static JsonFactory limited() {
        JsonFactory factory = Json.mapper().getFactory().copy();
        return factory.setStreamReadConstraints(factory.streamReadConstraints()
                .rebuild()
                .maxTokenCount(MOST_TOKENS)
                .build());
    }

    /** The value; a blank line is no item. */
    @Nullable
    Item parse(long number, byte[] bytes, int from, int to) {
        int start = from;
        while (start < to && bytes[start] <= ' ' && bytes[start] > 0) {
            start++;
        }
        if (start == to) {
            return null;
        }
        // Jackson is lenient in places, and would call the rest bad JSON
        if (!Utf8.isValid(bytes, start, to)) {
            return bad(number, "invalid-utf8", bytes, start, to);
        }
        JsonNode row = plain.read(bytes, start, to);
        if (row != null) {
            return Item.Row.wellFormed(number, row, plain.written());
        }
        return parseAnything(number, bytes, start, to);
    }

    private static Item parseAnything(long number, byte[] bytes, int start, int to) {
        // Jackson takes text with a zero among its first four bytes for UTF-16 or UTF-32
        if (Bytes.indexOf(bytes, start, Math.min(to, start + Integer.BYTES), (byte) 0) >= 0) {
            return bad(number, "nul", bytes, start, to);
        }
        try {
            return new Item.Row(number, ROWS.readTree(bytes, start, to - start));
        } catch (StreamConstraintsException e) {
            return bad(number, "beyond-limits", bytes, start, to);
        } catch (JsonProcessingException e) {
            boolean nul = Bytes.indexOf(bytes, start, to, (byte) 0) >= 0;
            return bad(number, nul ? "nul" : "bad-json", bytes, start, to);
        } catch (IOException e) {
            throw new UncheckedIOException("reading memory cannot fail", e);
        }
    }

    private static Item bad(long number, String reason, byte[] bytes, int from, int to) {
        byte[] start = Arrays.copyOfRange(bytes, from, Math.min(to, from + EXCERPT));
        return new Item.Bad(number, reason, new String(start, StandardCharsets.UTF_8));
    }
}
