package lathe.ingest.format.parquet;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.POJONode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.UUID;

/** Text out of bytes. */
final class Strings {
    private Strings() {}

    /** Text; what is not UTF-8 becomes a node that {@link #isFaulty} knows. */
    static JsonNode text(byte[] bytes, int from, int to) {
        String text = new String(bytes, from, to - from, StandardCharsets.UTF_8);
        return isRight(text, bytes, from, to) ? new Utf8Node(text, bytes, from, to) : new POJONode(text);
    }

    /** Whether a node stands for text that is not UTF-8. */
    static boolean isFaulty(JsonNode value) {
        return value.isPojo();
    }

    /** Bytes of no declared kind: old writers' text, or else Base64. */
    static JsonNode binary(byte[] bytes, int from, int to) {
        String text = new String(bytes, from, to - from, StandardCharsets.UTF_8);
        if (text.indexOf('\0') < 0 && isRight(text, bytes, from, to)) {
            return TextNode.valueOf(text);
        }
        return TextNode.valueOf(Base64.getEncoder().encodeToString(Arrays.copyOfRange(bytes, from, to)));
    }

    /** A UUID, its bytes in the order in which it is written. */
    static JsonNode uuid(byte[] bytes, int from, int to) {
        if (to - from != 2 * Long.BYTES) {
            return binary(bytes, from, to);
        }
        ByteBuffer both = ByteBuffer.wrap(bytes, from, to - from);
        return TextNode.valueOf(new UUID(both.getLong(), both.getLong()).toString());
    }

    /** The decoder puts U+FFFD where bytes are wrong; only where one stands need they be looked at again. */
    private static boolean isRight(String text, byte[] bytes, int from, int to) {
        if (text.indexOf('\uFFFD') < 0) {
            return true;
        }
        try {
            StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes, from, to - from));
            return true;
        } catch (CharacterCodingException e) {
            return false;
        }
    }
}
