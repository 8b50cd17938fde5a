package lathe.text.encode.decode;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** UTF-8 that may be broken off: each longest beginning of a character becomes one U+FFFD, as Unicode advises. */
public final class Utf8 {
    private static final char BROKEN = '\uFFFD';

    private Utf8() {}

    /** The text of bytes. */
    public static String lossy(byte[] bytes, int length) {
        String text = new String(bytes, 0, length, StandardCharsets.UTF_8);
        // Java counts the bytes of a surrogate as one mistake, Unicode as three.
        return text.indexOf(BROKEN) < 0 ? text : byHand(bytes, length);
    }

    /** The text of bytes, or null where they are none. */
    static @Nullable String strict(byte[] bytes, int length) {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes, 0, length))
                    .toString();
        } catch (CharacterCodingException e) {
            return null;
        }
    }

    private static String byHand(byte[] bytes, int length) {
        StringBuilder text = new StringBuilder(length);
        for (int at = 0; at < length; ) {
            int width = width(bytes[at] & 0xFF);
            int valid = 1;
            while (valid < width && at + valid < length && fits(bytes, at, valid)) {
                valid++;
            }
            if (width > 0 && valid == width) {
                text.appendCodePoint(point(bytes, at, width));
            } else {
                text.append(BROKEN);
            }
            at += valid;
        }
        return text.toString();
    }

    /** Bytes of the character that a byte begins; 0 if it begins none. */
    private static int width(int lead) {
        if (lead < 0x80) {
            return 1;
        }
        if (lead < 0xC2 || lead > 0xF4) {
            return 0;
        }
        return lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4;
    }

    private static boolean fits(byte[] bytes, int at, int index) {
        int lead = bytes[at] & 0xFF;
        int b = bytes[at + index] & 0xFF;
        int least = index == 1 && lead == 0xE0 ? 0xA0 : index == 1 && lead == 0xF0 ? 0x90 : 0x80;
        int most = index == 1 && lead == 0xED ? 0x9F : index == 1 && lead == 0xF4 ? 0x8F : 0xBF;
        return b >= least && b <= most;
    }

    private static int point(byte[] bytes, int at, int width) {
        int point = width == 1 ? bytes[at] : bytes[at] & (0x7F >> width);
        for (int i = 1; i < width; i++) {
            point = (point << 6) | (bytes[at + i] & 0x3F);
        }
        return point;
    }
}
