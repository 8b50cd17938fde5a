package lathe.model.text;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import java.util.Arrays;
import java.util.List;
import lathe.program.Tensors;

/**
 * Rows as a program takes them: inputs padded on the right to the longest row, and where a token is to be predicted.
 * Where documents share rows nothing is padded: all of them stand one after another in a single row, and the program is
 * told where each ends.
 *
 * <p>What counts is known by position, never by the value of a token, so padding needs no token of its own: the causal
 * order keeps it from being seen, and no position points at it.
 */
public final class TokenBatch {
    private final int rows;
    private final int length;
    private final long[] ids;
    private final long[] positions;
    private final long[] targets;
    private final long[] ends;
    private int predicted;

    private TokenBatch(int rows, int length, int predicted, int documents) {
        this.rows = rows;
        this.length = length;
        ids = new long[rows * length];
        positions = new long[predicted];
        targets = new long[predicted];
        ends = new long[documents];
    }

    /** A batch of one row or more. */
    public static TokenBatch of(List<TokenRow> rows) {
        boolean shared = rows.stream().anyMatch(row -> row.lengths().length > 1);
        int predicted = rows.stream().mapToInt(TokenRow::trainedTokens).sum();
        return shared ? inOneRow(rows, predicted) : padded(rows, predicted);
    }

    private static TokenBatch padded(List<TokenRow> rows, int predicted) {
        int longest = rows.stream().mapToInt(TokenRow::inputs).max().orElseThrow();
        TokenBatch batch = new TokenBatch(rows.size(), longest, predicted, 0);
        for (int i = 0; i < rows.size(); i++) {
            batch.fill(rows.get(i), 0, rows.get(i).ids().length, i * longest);
        }
        return batch;
    }

    private static TokenBatch inOneRow(List<TokenRow> rows, int predicted) {
        int inputs = rows.stream().mapToInt(TokenRow::inputs).sum();
        int documents = rows.stream().mapToInt(row -> row.lengths().length).sum();
        TokenBatch batch = new TokenBatch(1, inputs, predicted, documents);
        int at = 0;
        int document = 0;
        for (TokenRow row : rows) {
            int start = 0;
            for (int length : row.lengths()) {
                batch.fill(row, start, length, at);
                start += length;
                at = at + length - 1;
                batch.ends[document] = at;
                document++;
            }
        }
        return batch;
    }

    /** Puts a document's inputs at a place among all, and what they predict after what is there. */
    private void fill(TokenRow row, int start, int count, int place) {
        for (int i = 0; i + 1 < count; i++) {
            int at = place + i;
            ids[at] = row.ids()[start + i];
            if (row.trained()[start + i + 1]) {
                positions[predicted] = at;
                targets[predicted++] = row.ids()[start + i + 1];
            }
        }
    }

    /** Tokens that count as something to predict. */
    public int trainedTokens() {
        return targets.length;
    }

    /** Tokens that go through the model, padding included. */
    public int size() {
        return rows * length;
    }

    /** Where documents end that share the batch's only row; none where each has its own. */
    public long[] ends() {
        return Arrays.copyOf(ends, ends.length);
    }

    /** Tokens to predict, row by row. */
    public long[] targets() {
        return Arrays.copyOf(targets, targets.length);
    }

    /** Inputs, positions and targets as tensors. */
    public List<NDArray> tensors(NDManager owner) {
        return List.of(
                Tensors.create(owner, ids, rows, length),
                Tensors.create(owner, positions, positions.length),
                Tensors.create(owner, targets, targets.length));
    }
}
