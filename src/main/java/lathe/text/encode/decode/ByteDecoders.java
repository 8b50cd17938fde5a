package lathe.text.encode.decode;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import lathe.text.encode.ByteLevel;
import lathe.text.encode.model.Bytes;

/** Decoders that put bytes together. */
final class ByteDecoders {
    private ByteDecoders() {}

    /** The bytes of pieces whose characters stand for bytes. */
    static List<String> byteLevel(List<String> pieces) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        for (String piece : pieces) {
            bytes.writeBytes(bytes(piece));
        }
        return List.of(Utf8.lossy(bytes.toByteArray(), bytes.size()));
    }

    /** The bytes that a piece writes as characters; its own where it holds another character. */
    static byte[] bytes(String piece) {
        byte[] bytes = new byte[piece.length()];
        for (int i = 0; i < bytes.length; i++) {
            int b = ByteLevel.read(piece.charAt(i));
            if (b < 0) {
                return piece.getBytes(StandardCharsets.UTF_8);
            }
            bytes[i] = (byte) b;
        }
        return bytes;
    }

    /** Puts pieces such as {@code <0xE4>} together; each byte of those that are no text is one U+FFFD. */
    static List<String> byteFallback(List<String> pieces) {
        List<String> texts = new ArrayList<>();
        ByteArrayOutputStream waiting = new ByteArrayOutputStream();
        for (String piece : pieces) {
            int b = Bytes.read(piece);
            if (b >= 0) {
                waiting.write(b);
            } else {
                flush(waiting, texts);
                texts.add(piece);
            }
        }
        flush(waiting, texts);
        return texts;
    }

    private static void flush(ByteArrayOutputStream waiting, List<String> texts) {
        if (waiting.size() > 0) {
            String text = Utf8.strict(waiting.toByteArray(), waiting.size());
            texts.add(text == null ? "\uFFFD".repeat(waiting.size()) : text);
            waiting.reset();
        }
    }
}
