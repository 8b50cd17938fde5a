package lathe.data;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Documents packed as a {@link TokenShard} holds them: packed by any thread, appended by one. */
public final class TokenBlock {
    private static final int MOST_UINT16 = 65_536;
    private static final int FIRST_SIZE = 1 << 12;

    private final boolean wide;
    private final boolean masked;
    private ByteBuffer tokens = buffer(FIRST_SIZE);
    private byte[] trained = new byte[0];
    private int[] lengths = new int[64];
    private int documents;
    private int position;

    /**
     * A block without documents.
     *
     * @param vocabSize decides between two and four bytes a token
     * @param masked whether tokens are marked as trained or not
     */
    public TokenBlock(int vocabSize, boolean masked) {
        wide = isWide(vocabSize);
        this.masked = masked;
    }

    /** Whether ids of a vocabulary need four bytes. */
    static boolean isWide(int vocabSize) {
        return vocabSize > MOST_UINT16;
    }

    private static ByteBuffer buffer(int size) {
        return ByteBuffer.allocate(size).order(ByteOrder.LITTLE_ENDIAN);
    }

    /** Adds a document; its marks are null where the block has none. */
    public void add(int[] ids, boolean @Nullable [] counts) {
        if (masked != (counts != null) || (counts != null && counts.length != ids.length)) {
            throw new IllegalArgumentException("marks for a shard without, or not one a token");
        }
        require(ids.length);
        for (int id : ids) {
            if (wide) {
                tokens.putInt(id);
            } else {
                tokens.putShort((short) id);
            }
        }
        for (int i = 0; counts != null && i < counts.length; i++) {
            trained[position + i] = (byte) (counts[i] ? 1 : 0);
        }
        position += ids.length;
        lengths[documents++] = ids.length;
    }

    private void require(int more) {
        int bytes = Math.multiplyExact(more, wide ? Integer.BYTES : Short.BYTES);
        if (tokens.remaining() < bytes) {
            ByteBuffer larger = buffer(Math.max(2 * tokens.capacity(), Math.addExact(tokens.position(), bytes)));
            tokens = larger.put(tokens.flip());
        }
        if (masked && trained.length < position + more) {
            trained = Arrays.copyOf(trained, Math.max(2 * trained.length, position + more));
        }
        if (documents == lengths.length) {
            lengths = Arrays.copyOf(lengths, 2 * documents);
        }
    }

    public int documents() {
        return documents;
    }

    /** A document's length in tokens. */
    public int length(int document) {
        return lengths[document];
    }

    ByteBuffer tokenBytes() {
        return tokens.duplicate().flip();
    }

    ByteBuffer trainedBytes() {
        return ByteBuffer.wrap(trained, 0, position);
    }
}
