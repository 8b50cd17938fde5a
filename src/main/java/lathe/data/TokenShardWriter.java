package lathe.data;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import lathe.run.Json;
import org.jspecify.annotations.Nullable;

/** Writes a {@link TokenShard}, document by document. The header comes last: with it the shard is complete. */
public final class TokenShardWriter implements AutoCloseable {
    /**
     * A place to go on from.
     *
     * @param documents that lie before it
     * @param tokens in them
     */
    public record Position(long documents, long tokens) {
        /** Where every shard begins. */
        public static final Position START = new Position(0, 0);
    }

    private final Path folder;
    private final int vocabSize;
    private final boolean masked;
    private final AppendFile tokens;
    private final AppendFile ends;
    private final @Nullable AppendFile trained;
    private long documents;
    private long position;

    /**
     * Begins a shard.
     *
     * @param vocabSize decides between two and four bytes a token
     * @param masked whether tokens are marked as trained or not
     */
    public TokenShardWriter(Path folder, int vocabSize, boolean masked) throws IOException {
        this(folder, vocabSize, masked, Position.START);
    }

    /** Goes on with a shard; what stands behind the position is cut off. */
    public TokenShardWriter(Path folder, int vocabSize, boolean masked, Position from) throws IOException {
        this.folder = folder;
        this.vocabSize = vocabSize;
        this.masked = masked;
        documents = from.documents();
        position = from.tokens();
        Files.createDirectories(folder);
        Files.deleteIfExists(folder.resolve(TokenShard.HEADER));
        tokens = new AppendFile(folder.resolve(TokenShard.TOKENS), position * bytesPerToken(vocabSize));
        ends = new AppendFile(folder.resolve(TokenShard.DOCUMENTS), documents * Long.BYTES);
        trained = masked ? new AppendFile(folder.resolve(TokenShard.TRAINED), position) : null;
    }

    private static int bytesPerToken(int vocabSize) {
        return TokenBlock.isWide(vocabSize) ? Integer.BYTES : Short.BYTES;
    }

    /** Whether a folder's files reach to a position, so that it can be gone on from. */
    public static boolean reaches(Path folder, int vocabSize, boolean masked, Position to) throws IOException {
        return size(folder.resolve(TokenShard.TOKENS)) >= to.tokens() * bytesPerToken(vocabSize)
                && size(folder.resolve(TokenShard.DOCUMENTS)) >= to.documents() * Long.BYTES
                && (!masked || size(folder.resolve(TokenShard.TRAINED)) >= to.tokens());
    }

    private static long size(Path file) throws IOException {
        return Files.exists(file) ? Files.size(file) : -1;
    }

    /** Appends a document. */
    public void add(int[] ids) throws IOException {
        TokenBlock block = new TokenBlock(vocabSize, masked);
        block.add(ids, null);
        add(block);
    }

    /** Appends a document with its marks; only for a masked shard. */
    public void add(int[] ids, boolean[] counts) throws IOException {
        TokenBlock block = new TokenBlock(vocabSize, masked);
        block.add(ids, counts);
        add(block);
    }

    /** Appends the documents of a block that was made for the same vocabulary and marks. */
    public void add(TokenBlock block) throws IOException {
        tokens.write(block.tokenBytes());
        if (trained != null) {
            trained.write(block.trainedBytes());
        }
        ByteBuffer positions =
                ByteBuffer.allocate(block.documents() * Long.BYTES).order(ByteOrder.LITTLE_ENDIAN);
        for (int i = 0; i < block.documents(); i++) {
            position += block.length(i);
            positions.putLong(position);
        }
        documents += block.documents();
        ends.write(positions.flip());
    }

    /** Puts all that was added on the disk; a place to go on from. */
    public Position sync() throws IOException {
        tokens.sync();
        ends.sync();
        if (trained != null) {
            trained.sync();
        }
        return new Position(documents, position);
    }

    /** Completes the shard. */
    public TokenShard.Header finish() throws IOException {
        close();
        String dtype = TokenBlock.isWide(vocabSize) ? "int32" : "uint16";
        TokenShard.Header header = new TokenShard.Header(dtype, documents, position);
        Json.write(folder.resolve(TokenShard.HEADER), header);
        return header;
    }

    @Override
    public void close() throws IOException {
        tokens.close();
        ends.close();
        if (trained != null) {
            trained.close();
        }
    }
}
