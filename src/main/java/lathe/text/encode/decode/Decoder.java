package lathe.text.encode.decode;

import java.util.List;

/**
 * Turns pieces of a vocabulary into pieces of text, which are then put together. Immutable, safe for several threads.
 */
public interface Decoder {
    List<String> decode(List<String> pieces);
}
