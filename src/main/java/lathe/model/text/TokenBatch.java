package lathe.model.text;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import java.util.Arrays;
import java.util.List;
import lathe.program.Tensors;

/**
 * Rows as a program takes them: inputs padded on the right to the longest row, and where a token is to be predicted.
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

    private TokenBatch(int rows, int length, int predicted) {
        this.rows = rows;
        this.length = length;
        ids = new long[rows * length];
        positions = new long[predicted];
        targets = new long[predicted];
    }

    /** A batch of one row or more. */
    public static TokenBatch of(List<TokenRow> rows) {
        int longest = rows.stream().mapToInt(row -> row.ids().length - 1).max().orElseThrow();
        int predicted = rows.stream().mapToInt(TokenRow::trainedTokens).sum();
        TokenBatch batch = new TokenBatch(rows.size(), longest, predicted);
        int next = 0;
        for (int i = 0; i < rows.size(); i++) {
            next = batch.fill(i, rows.get(i), next);
        }
        return batch;
    }

    private int fill(int rowNumber, TokenRow row, int from) {
        int next = from;
        for (int i = 0; i + 1 < row.ids().length; i++) {
            int at = rowNumber * length + i;
            ids[at] = row.ids()[i];
            if (row.trained()[i + 1]) {
                positions[next] = at;
                targets[next++] = row.ids()[i + 1];
            }
        }
        return next;
    }

    /** Tokens that count as something to predict. */
    public int trainedTokens() {
        return targets.length;
    }

    /** Tokens that go through the model, padding included. */
    public int size() {
        return rows * length;
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
