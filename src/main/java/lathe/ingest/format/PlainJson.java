package lathe.ingest.format;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.DoubleNode;
import com.fasterxml.jackson.databind.node.IntNode;
import com.fasterxml.jackson.databind.node.LongNode;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import lathe.data.WrittenStrings;
import lathe.run.Json;
import org.jspecify.annotations.Nullable;

/**
 * Reads the JSON that datasets are written in, several times as fast as a parser that must be ready for everything:
 * strings are taken out whole instead of byte by byte. What it does not know for certain (an error, a lone surrogate, a
 * number of many digits, a field twice) it leaves to Jackson, whose word alone counts; what it reads, it reads as
 * Jackson would. Used by one thread, for line after line.
 */
final class PlainJson {
    private static final int MOST_NESTING = 32;
    private static final int MOST_VALUES = 1 << 18;
    private static final int MOST_STRING = 16 << 20;
    private static final int MOST_DIGITS = 17;

    private final PlainStrings strings = new PlainStrings();
    private final FieldNames names = new FieldNames();
    private byte[] bytes = new byte[0];
    private WrittenStrings written = WrittenStrings.NONE;
    private int at;
    private int end;
    private int values;

    /**
     * The object in a range; null where Jackson must look.
     *
     * @param valid UTF-8
     */
    @Nullable
    JsonNode read(byte[] valid, int from, int to) {
        bytes = valid;
        at = from;
        end = to;
        values = 0;
        written = new WrittenStrings();
        if (from == to || bytes[at] != '{') {
            return null;
        }
        JsonNode value = value(0);
        skipSpace();
        return at == end ? value : null;
    }

    /** What is known of the strings of the object that was read last. */
    WrittenStrings written() {
        return written;
    }

    private @Nullable JsonNode value(int depth) {
        if (depth > MOST_NESTING || at >= end || ++values > MOST_VALUES) {
            return null;
        }
        return switch (bytes[at]) {
            case '"' -> string();
            case '{' -> object(depth);
            case '[' -> array(depth);
            case 't' -> word("true", BooleanNode.TRUE);
            case 'f' -> word("false", BooleanNode.FALSE);
            case 'n' -> word("null", NullNode.getInstance());
            default -> number();
        };
    }

    private @Nullable JsonNode object(int depth) {
        ObjectNode object = Json.mapper().createObjectNode();
        at++;
        if (takes('}')) {
            return object;
        }
        do {
            skipSpace();
            String name = name(object.size());
            if (name == null || !takes(':')) {
                return null;
            }
            skipSpace();
            JsonNode value = value(depth + 1);
            if (value == null || object.replace(name, value) != null) {
                return null;
            }
        } while (takes(','));
        return takes('}') ? object : null;
    }

    private @Nullable JsonNode array(int depth) {
        ArrayNode array = Json.mapper().createArrayNode();
        at++;
        if (takes(']')) {
            return array;
        }
        do {
            skipSpace();
            JsonNode value = value(depth + 1);
            if (value == null) {
                return null;
            }
            array.add(value);
        } while (takes(','));
        return takes(']') ? array : null;
    }

    private @Nullable String name(int number) {
        if (at >= end || bytes[at] != '"') {
            return null;
        }
        int from = at + 1;
        int stop = PlainStrings.stop(bytes, from, end);
        if (stop == end || bytes[stop] != '"') {
            return null;
        }
        at = stop + 1;
        return names.of(number, bytes, from, stop);
    }

    private @Nullable JsonNode string() {
        int from = at + 1;
        int stop = PlainStrings.stop(bytes, from, end);
        if (stop < end && bytes[stop] == '"' && stop - from <= MOST_STRING) {
            at = stop + 1;
            return known(new String(bytes, from, stop - from, StandardCharsets.UTF_8), from, stop);
        }
        int past = strings.read(bytes, from, stop, end);
        if (past < 0 || past - from > MOST_STRING) {
            return null;
        }
        at = past;
        return strings.isShort() ? known(strings.text(), from, past - 1) : TextNode.valueOf(strings.text());
    }

    private JsonNode known(String text, int from, int to) {
        written.addJson(text, bytes, from, to);
        return TextNode.valueOf(text);
    }

    private @Nullable JsonNode word(String word, JsonNode value) {
        for (int i = 0; i < word.length(); i++) {
            if (at + i >= end || bytes[at + i] != word.charAt(i)) {
                return null;
            }
        }
        at += word.length();
        return endsHere() ? value : null;
    }

    private @Nullable JsonNode number() {
        int from = at;
        at += bytes[at] == '-' ? 1 : 0;
        int whole = digits();
        boolean padded = whole > 1 && bytes[at - whole] == '0';
        if (whole == 0 || padded) {
            return null;
        }
        boolean fraction = at < end && bytes[at] == '.';
        if (fraction) {
            at++;
            if (digits() == 0) {
                return null;
            }
        }
        if (at - from > MOST_DIGITS || !endsHere()) {
            return null;
        }
        String digits = new String(bytes, from, at - from, StandardCharsets.US_ASCII);
        return fraction ? DoubleNode.valueOf(Double.parseDouble(digits)) : integer(Long.parseLong(digits));
    }

    private static JsonNode integer(long value) {
        return value == (int) value ? IntNode.valueOf((int) value) : LongNode.valueOf(value);
    }

    private int digits() {
        int from = at;
        while (at < end && bytes[at] >= '0' && bytes[at] <= '9') {
            at++;
        }
        return at - from;
    }

    /** Whether a word or number is not followed by more of the same. */
    private boolean endsHere() {
        return at < end && (bytes[at] == ',' || bytes[at] == '}' || bytes[at] == ']' || isSpace(bytes[at]));
    }

    private boolean takes(char wanted) {
        skipSpace();
        if (at < end && bytes[at] == wanted) {
            at++;
            return true;
        }
        return false;
    }

    private void skipSpace() {
        while (at < end && isSpace(bytes[at])) {
            at++;
        }
    }

    private static boolean isSpace(byte value) {
        return value == ' ' || value == '\t' || value == '\r' || value == '\n';
    }

    /** Names of fields: rows of a dataset have the same ones in the same order. */
    private static final class FieldNames {
        private static final int KEPT = 32;

        private final byte[][] seen = new byte[KEPT][];
        private final String[] names = new String[KEPT];

        /** The name in a range, of the field with this number in its object. */
        String of(int number, byte[] bytes, int from, int to) {
            int slot = number % KEPT;
            byte[] known = seen[slot];
            if (known != null && Arrays.equals(known, 0, known.length, bytes, from, to)) {
                return names[slot];
            }
            seen[slot] = Arrays.copyOfRange(bytes, from, to);
            names[slot] = new String(bytes, from, to - from, StandardCharsets.UTF_8);
            return names[slot];
        }
    }
}
