package lathe.ui.step.tokenizer.vocabulary;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import lathe.text.Tokenizer;
import org.jspecify.annotations.Nullable;

/**
 * A token, as the table shows it.
 *
 * @param piece how the vocabulary writes it
 * @param text the text that it stands for; hexadecimal bytes where they are no whole characters
 * @param bytes their number; 0 for special tokens
 */
record TokenRow(int id, String piece, String text, int bytes, Kind kind) {

    /** What a token is. */
    enum Kind {
        TEXT,
        PARTIAL,
        SPECIAL
    }

    static @Nullable TokenRow of(Tokenizer tokenizer, int id) {
        String piece = tokenizer.piece(id);
        byte[] bytes = tokenizer.bytes(id);
        if (piece == null) {
            return null;
        }
        if (bytes == null) {
            return new TokenRow(id, piece, piece, 0, Kind.SPECIAL);
        }
        try {
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
            return new TokenRow(id, piece, text, bytes.length, Kind.TEXT);
        } catch (CharacterCodingException e) {
            // a part of a character is shown by its bytes
            String hex = HexFormat.ofDelimiter(" ").withUpperCase().formatHex(bytes);
            return new TokenRow(id, piece, hex, bytes.length, Kind.PARTIAL);
        }
    }

    /** Whether its text, its piece or its id is meant by a search. */
    boolean matches(String word) {
        return text.contains(word) || piece.contains(word) || String.valueOf(id).equals(word);
    }

    /** The text with its blanks made visible. */
    String visible() {
        if (kind == Kind.PARTIAL) {
            return text;
        }
        return text.replace("\n", "⏎").replace("\t", "⇥").replace("\r", "␍").replace(' ', '␣');
    }
}
