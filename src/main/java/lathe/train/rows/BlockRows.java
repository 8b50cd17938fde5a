package lathe.train.rows;

import java.util.Arrays;
import lathe.data.TokenShard;
import lathe.model.text.TokenRow;

/**
 * Blocks of equal length cut from documents that stand one after another: each row has {@code context} inputs, and
 * shares its last token with the row after it.
 */
public final class BlockRows implements Rows {
    private final TokenShard shard;
    private final int[] order;
    private final long[] starts;
    private final int context;
    private final int count;

    /**
     * Blocks of documents.
     *
     * @param order documents by index, in the order in which they stand
     * @param withRest whether what is left at the end makes a shorter row
     */
    public BlockRows(TokenShard shard, int[] order, int context, boolean withRest) {
        this.shard = shard;
        this.order = order;
        this.context = context;
        starts = new long[order.length + 1];
        for (int i = 0; i < order.length; i++) {
            starts[i + 1] = starts[i] + shard.length(order[i]);
        }
        long predictions = Math.max(0, tokens() - 1);
        long rows = withRest ? (predictions + context - 1) / context : predictions / context;
        count = Math.toIntExact(rows);
    }

    /** Tokens of all documents, repeated ones counted again. */
    public long tokens() {
        return starts[order.length];
    }

    @Override
    public int count() {
        return count;
    }

    @Override
    public TokenRow row(int number) {
        long from = (long) number * context;
        int length = (int) Math.min(context + 1L, tokens() - from);
        int[] ids = new int[length];
        boolean[] trained = new boolean[length];
        int document = documentAt(from);
        for (int i = 0; i < length; i++) {
            while (from + i >= starts[document + 1]) {
                document++;
            }
            long at = shard.start(order[document]) + from + i - starts[document];
            ids[i] = shard.token(at);
            trained[i] = shard.isTrained(at);
        }
        return new TokenRow(ids, trained);
    }

    private int documentAt(long position) {
        int found = Arrays.binarySearch(starts, position);
        return found >= 0 ? found : -found - 2;
    }
}
