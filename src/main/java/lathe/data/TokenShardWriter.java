package lathe.data;

import java.io.BufferedOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import lathe.run.Json;
import org.jspecify.annotations.Nullable;

/** Writes a {@link TokenShard}, document by document. The header comes last: with it the shard is complete. */
public final class TokenShardWriter implements AutoCloseable {
    private static final int MOST_UINT16 = 65_536;

    private final Path folder;
    private final boolean wide;
    private final DataOutputStream tokens;
    private final DataOutputStream ends;
    private final @Nullable DataOutputStream trained;
    private long documents;
    private long position;

    /**
     * Begins a shard.
     *
     * @param vocabSize decides between two and four bytes a token
     * @param masked whether tokens are marked as trained or not
     */
    public TokenShardWriter(Path folder, int vocabSize, boolean masked) throws IOException {
        this.folder = folder;
        Files.createDirectories(folder);
        Files.deleteIfExists(folder.resolve(TokenShard.HEADER));
        wide = vocabSize > MOST_UINT16;
        tokens = open(TokenShard.TOKENS);
        ends = open(TokenShard.DOCUMENTS);
        trained = masked ? open(TokenShard.TRAINED) : null;
    }

    private DataOutputStream open(String name) throws IOException {
        return new DataOutputStream(new BufferedOutputStream(Files.newOutputStream(folder.resolve(name)), 1 << 16));
    }

    /** Appends a document. */
    public void add(int[] ids) throws IOException {
        for (int id : ids) {
            writeToken(id);
        }
        position += ids.length;
        documents++;
        ends.writeLong(Long.reverseBytes(position));
    }

    /** Appends a document with its marks; only for a masked shard. */
    public void add(int[] ids, boolean[] counts) throws IOException {
        if (trained == null || ids.length != counts.length) {
            throw new IllegalArgumentException("marks for a shard without, or not one a token");
        }
        for (boolean count : counts) {
            trained.writeByte(count ? 1 : 0);
        }
        add(ids);
    }

    private void writeToken(int id) throws IOException {
        if (wide) {
            tokens.writeInt(Integer.reverseBytes(id));
        } else {
            tokens.writeShort(Short.reverseBytes((short) id));
        }
    }

    /** Completes the shard. */
    public TokenShard.Header finish() throws IOException {
        close();
        TokenShard.Header header = new TokenShard.Header(wide ? "int32" : "uint16", documents, position);
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
