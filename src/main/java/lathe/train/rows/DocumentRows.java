package lathe.train.rows;

import java.util.Arrays;
import lathe.data.TokenShard;
import lathe.model.text.TokenRow;

/** A row per document, cut to the context; documents of which nothing that counts is left are left out. */
public final class DocumentRows implements Rows {
    private final TokenShard shard;
    private final int[] documents;
    private final int context;
    private final int truncated;
    private final int leftOut;

    public DocumentRows(TokenShard shard, int[] order, int context) {
        this.shard = shard;
        this.context = context;
        documents = Arrays.stream(order)
                .filter(document -> cut(document).trainedTokens() > 0)
                .toArray();
        truncated = (int) Arrays.stream(order)
                .filter(document -> shard.length(document) > context)
                .count();
        leftOut = order.length - documents.length;
    }

    /** Documents longer than the context. */
    public int truncated() {
        return truncated;
    }

    /** Documents without a token that counts within the context. */
    public int leftOut() {
        return leftOut;
    }

    @Override
    public int count() {
        return documents.length;
    }

    @Override
    public TokenRow row(int number) {
        return cut(documents[number]);
    }

    private TokenRow cut(int document) {
        int length = Math.min(context, shard.length(document));
        int[] ids = new int[length];
        boolean[] trained = new boolean[length];
        long start = shard.start(document);
        for (int i = 0; i < length; i++) {
            ids[i] = shard.token(start + i);
            trained[i] = shard.isTrained(start + i);
        }
        return new TokenRow(ids, trained);
    }
}
