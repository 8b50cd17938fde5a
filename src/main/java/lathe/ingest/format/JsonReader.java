package lathe.ingest.format;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.util.Set;
import lathe.ingest.item.Item;
import lathe.ingest.item.ItemReader;
import lathe.run.Json;
import org.jspecify.annotations.Nullable;

/**
 * The elements of a JSON array, read one by one. Also: an object whose array {@code data}, {@code rows},
 * {@code records} or {@code examples} holds them, one object that is a record, and objects one after another.
 *
 * <p>A syntax error ends the file: what stands after it has no certain meaning.
 */
final class JsonReader implements ItemReader {
    private static final Set<String> ENVELOPES = Set.of("data", "rows", "records", "examples");

    // The shared mapper wants nothing after a value; here more values follow.
    private static final ObjectReader TREES =
            Json.mapper().reader().without(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);

    // Small values take many times their length in memory.
    private static final int MOST_CHARACTERS = 16 << 20;
    private static final int EXCERPT = 1 << 12;

    private final Utf8Reader text;
    private final JsonParser parser;
    private boolean inArray;
    private boolean inEnvelope;
    private boolean done;

    JsonReader(InputStream in) throws IOException {
        // A decoder of its own is strict about UTF-8 everywhere; Jackson's is not.
        text = new Utf8Reader(in);
        parser = Json.mapper().createParser(text);
    }

    @Override
    public @Nullable Item next() throws IOException {
        if (done) {
            return null;
        }
        try {
            Item item = nextElement();
            boolean fault = text.hadFault(offset());
            return fault && item != null ? new Item.Bad(item.line(), "invalid-utf8", excerpt(item)) : item;
        } catch (Utf8Reader.TooLongException e) {
            return end("too-long", "an element of more than " + MOST_CHARACTERS + " characters");
        } catch (StreamConstraintsException e) {
            return end("beyond-limits", e.getOriginalMessage());
        } catch (JsonProcessingException e) {
            return end(text.hadFault(offset()) ? "invalid-utf8" : "bad-json", e.getOriginalMessage());
        }
    }

    private static String excerpt(Item item) {
        String whole = item instanceof Item.Row row ? row.value().toString() : "";
        return whole.substring(0, Math.min(whole.length(), EXCERPT));
    }

    private long offset() {
        return parser.currentLocation().getCharOffset();
    }

    private Item end(String reason, String text) {
        done = true;
        return new Item.Bad(line(), reason, text);
    }

    private @Nullable Item nextElement() throws IOException {
        text.allow(offset() + MOST_CHARACTERS);
        JsonToken token = parser.nextToken();
        if (!inArray && token == JsonToken.START_ARRAY) {
            inArray = true;
            token = parser.nextToken();
        }
        if (inArray && token == JsonToken.END_ARRAY) {
            inArray = false;
            token = inEnvelope ? leaveEnvelope() : parser.nextToken();
        }
        if (token == null) {
            done = true;
            return null;
        }
        long line = line();
        return token == JsonToken.START_OBJECT && !inArray
                ? rootObject(line)
                : new Item.Row(line, TREES.<JsonNode>readTree(parser));
    }

    private @Nullable Item rootObject(long line) throws IOException {
        ObjectNode object = Json.mapper().createObjectNode();
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            String field = parser.currentName();
            if (parser.nextToken() == JsonToken.START_ARRAY && ENVELOPES.contains(field)) {
                inArray = true;
                inEnvelope = true;
                return nextElement();
            }
            object.set(field, TREES.<JsonNode>readTree(parser));
        }
        return new Item.Row(line, object);
    }

    private @Nullable JsonToken leaveEnvelope() throws IOException {
        inEnvelope = false;
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            parser.nextToken();
            parser.skipChildren();
        }
        return parser.nextToken();
    }

    private long line() {
        return parser.currentTokenLocation().getLineNr();
    }
}
