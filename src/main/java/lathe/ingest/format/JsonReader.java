package lathe.ingest.format;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
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

    private final JsonParser parser;
    private boolean inArray;
    private boolean inEnvelope;
    private boolean done;

    JsonReader(InputStream in) throws IOException {
        // A decoder of its own is strict about UTF-8 everywhere; Jackson's is not.
        InputStreamReader strict = new InputStreamReader(in, StandardCharsets.UTF_8.newDecoder());
        parser = Json.mapper().createParser(withoutMark(new BufferedReader(strict, 1 << 16)));
    }

    private static BufferedReader withoutMark(BufferedReader text) throws IOException {
        text.mark(1);
        try {
            if (text.read() != '\uFEFF') {
                text.reset();
            }
        } catch (CharacterCodingException e) {
            text.reset();
        }
        return text;
    }

    @Override
    public @Nullable Item next() throws IOException {
        if (done) {
            return null;
        }
        try {
            return nextElement();
        } catch (CharacterCodingException e) {
            return end("invalid-utf8", "not UTF-8 after this line");
        } catch (JsonProcessingException e) {
            return end("bad-json", e.getOriginalMessage());
        }
    }

    private Item end(String reason, String text) {
        done = true;
        return new Item.Bad(line(), reason, text);
    }

    private @Nullable Item nextElement() throws IOException {
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
