package lathe.data;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import lathe.run.Json;
import org.jspecify.annotations.Nullable;

/**
 * Tokenized documents on disk, memory-mapped; safe for several threads.
 *
 * <ul>
 *   <li>{@code tokens.bin}: ids one after another, little-endian, uint16 or int32 (nanoGPT's {@code train.bin})
 *   <li>{@code trained.bin}: a byte per token, 1 where the loss counts it; absent where it counts all
 *   <li>{@code documents.bin}: int64 per document, the position after its last token
 *   <li>{@code shard.json}: {@link Header}
 * </ul>
 */
public final class TokenShard {
    /** The file of ids alone: other trainers read it as it is. */
    public static final String TOKENS = "tokens.bin";

    static final String TRAINED = "trained.bin";
    /** The file of places. */
    public static final String DOCUMENTS = "documents.bin";

    static final String HEADER = "shard.json";

    /**
     * What the files hold.
     *
     * @param dtype {@code uint16} or {@code int32}
     */
    public record Header(String dtype, long documents, long tokens) {}

    private final Header header;
    private final MappedFile tokens;
    private final MappedFile ends;
    private final @Nullable MappedFile trained;
    private final boolean wide;

    /** Opens a folder that {@link TokenShardWriter} filled. */
    public TokenShard(Path folder) throws IOException {
        header = Json.read(folder.resolve(HEADER), Header.class);
        tokens = new MappedFile(folder.resolve(TOKENS));
        ends = new MappedFile(folder.resolve(DOCUMENTS));
        Path mask = folder.resolve(TRAINED);
        trained = Files.exists(mask) ? new MappedFile(mask) : null;
        wide = header.dtype().equals("int32");
    }

    public long documents() {
        return header.documents();
    }

    public long tokens() {
        return header.tokens();
    }

    /** Whether ids have four bytes, int32, and not two. */
    public boolean isWide() {
        return wide;
    }

    /** Position of a document's first token. */
    public long start(long document) {
        return document == 0 ? 0 : ends.int64((document - 1) * Long.BYTES);
    }

    /** Position after a document's last token. */
    public long end(long document) {
        return ends.int64(document * Long.BYTES);
    }

    /** A document's length in tokens. */
    public int length(long document) {
        return Math.toIntExact(end(document) - start(document));
    }

    /** The id at a position. */
    public int token(long position) {
        return wide ? tokens.int32(position * Integer.BYTES) : tokens.uint16(position * Short.BYTES);
    }

    /** Whether the loss counts the token at a position as something to predict. */
    public boolean isTrained(long position) {
        return trained == null || trained.int8(position) != 0;
    }
}
