package lathe.text.encode.normalize;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import lathe.text.encode.UncoveredException;
import org.jspecify.annotations.Nullable;

/**
 * SentencePiece's compiled rules: a double-array trie over UTF-8 that leads to strings. Of several prefixes that have a
 * rule the shortest counts, as in Hugging Face's reading.
 */
final class CharsMap {
    private static final int LEAF = 1 << 8;
    private static final int LABEL = 1 << 31 | 0xFF;
    private static final int VALUE = Integer.MAX_VALUE;

    private final int[] units;
    private final byte[] strings;
    private final @Nullable String[] single = new @Nullable String[Character.MIN_SUPPLEMENTARY_CODE_POINT];

    CharsMap(byte[] compiled) throws UncoveredException {
        ByteBuffer buffer = ByteBuffer.wrap(compiled).order(ByteOrder.LITTLE_ENDIAN);
        int size = compiled.length < 4 ? -1 : buffer.getInt();
        if (size < 4 || size > buffer.remaining()) {
            throw new UncoveredException("the normalizer Precompiled, whose rules cannot be read");
        }
        units = new int[size / 4];
        for (int i = 0; i < units.length; i++) {
            units[i] = buffer.getInt();
        }
        strings = new byte[buffer.remaining()];
        buffer.get(strings);
        for (int c = 0; c < single.length; c++) {
            if (c < Character.MIN_SURROGATE || c > Character.MAX_SURROGATE) {
                single[c] = find(Character.toString(c));
            }
        }
    }

    /** What a character becomes; null if it stays. */
    @Nullable
    String of(int codePoint) {
        return codePoint < single.length ? single[codePoint] : find(Character.toString(codePoint));
    }

    /** What a string becomes; null if no rule begins it. */
    @Nullable
    String find(String string) {
        int node = offset(units[0]);
        for (byte key : string.getBytes(StandardCharsets.UTF_8)) {
            node ^= key & 0xFF;
            if (key == 0 || node >= units.length || (units[node] & LABEL) != (key & 0xFF)) {
                return null;
            }
            boolean leaf = (units[node] & LEAF) != 0;
            node ^= offset(units[node]);
            if (leaf && node < units.length) {
                return string(units[node] & VALUE);
            }
        }
        return null;
    }

    private static int offset(int unit) {
        return unit >>> 10 << ((unit & 1 << 9) >>> 6);
    }

    private String string(int start) {
        int end = start;
        while (end < strings.length && strings[end] != 0) {
            end++;
        }
        return new String(Arrays.copyOfRange(strings, start, end), StandardCharsets.UTF_8);
    }
}
