package lathe.ingest.format;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * A line without its end.
 *
 * @param fault why it is no text, or null: {@code invalid-utf8}, {@code nul} or {@code too-long}
 */
record Line(long number, String text, @Nullable String fault) {

    /** The line that stands in a range of bytes, its end left off. */
    static Line of(long number, byte[] bytes, int from, int to) {
        int end = to > from && bytes[to - 1] == '\r' ? to - 1 : to;
        String text = new String(bytes, from, end - from, StandardCharsets.UTF_8);
        return new Line(number, text, fault(text, bytes, from, end));
    }

    private static @Nullable String fault(String text, byte[] bytes, int from, int to) {
        if (text.indexOf('\uFFFD') >= 0 && !isUtf8(ByteBuffer.wrap(bytes, from, to - from))) {
            return "invalid-utf8";
        }
        return text.indexOf('\0') >= 0 ? "nul" : null;
    }

    static boolean isUtf8(ByteBuffer bytes) {
        try {
            StandardCharsets.UTF_8.newDecoder().decode(bytes);
            return true;
        } catch (CharacterCodingException e) {
            return false;
        }
    }
}
