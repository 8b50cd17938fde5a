package lathe.model.text;

import java.util.List;
import java.util.stream.IntStream;

/**
 * A row of text: each token predicts the next one, within a document. Most rows are one document.
 *
 * @param ids of the documents, one after another, each two tokens or more
 * @param trained at each index whether the token there counts as something to predict; a document's first never does
 * @param lengths of the documents in tokens
 */
@SuppressWarnings("ArrayRecordComponent") // goes straight into a batch, never compared
public record TokenRow(int[] ids, boolean[] trained, int[] lengths) {

    /** A row of one document. */
    public TokenRow(int[] ids, boolean[] trained) {
        this(ids, trained, new int[] {ids.length});
    }

    /** A row in which all tokens after the first count. */
    public static TokenRow of(int[] ids) {
        boolean[] all = new boolean[ids.length];
        java.util.Arrays.fill(all, true);
        return new TokenRow(ids, all);
    }

    /** Documents that share a row without seeing each other. */
    public static TokenRow joined(List<TokenRow> documents) {
        int[] ids =
                documents.stream().flatMapToInt(row -> IntStream.of(row.ids())).toArray();
        boolean[] trained = new boolean[ids.length];
        int next = 0;
        for (TokenRow document : documents) {
            System.arraycopy(document.trained(), 0, trained, next, document.trained().length);
            next += document.trained().length;
        }
        int[] lengths = documents.stream()
                .flatMapToInt(row -> IntStream.of(row.lengths()))
                .toArray();
        return new TokenRow(ids, trained, lengths);
    }

    /** Tokens that go through the model: of each document all but the last. */
    public int inputs() {
        return ids.length - lengths.length;
    }

    /** Tokens that count as something to predict. */
    public int trainedTokens() {
        int count = 0;
        int start = 0;
        for (int length : lengths) {
            for (int i = start + 1; i < start + length; i++) {
                count += trained[i] ? 1 : 0;
            }
            start += length;
        }
        return count;
    }
}
