package lathe.model.text;

/**
 * A row of text: each token predicts the next one.
 *
 * @param ids two tokens or more
 * @param trained at each index whether the token there counts as something to predict; the first never does
 */
@SuppressWarnings("ArrayRecordComponent") // goes straight into a batch, never compared
public record TokenRow(int[] ids, boolean[] trained) {

    /** A row in which all tokens after the first count. */
    public static TokenRow of(int[] ids) {
        boolean[] all = new boolean[ids.length];
        java.util.Arrays.fill(all, true);
        return new TokenRow(ids, all);
    }

    /** Tokens that count as something to predict. */
    public int trainedTokens() {
        int count = 0;
        for (int i = 1; i < ids.length; i++) {
            count += trained[i] ? 1 : 0;
        }
        return count;
    }
}
