package lathe.train.rows;

import java.util.ArrayList;
import java.util.List;
import lathe.model.text.TokenRow;

/** How many rows go through the model at once: as many as the recipe says, until memory teaches otherwise. */
public final class MicroBatch {
    private int rows;

    /** Begins with a number of rows. */
    public MicroBatch(int rows) {
        this.rows = rows;
    }

    /** The most rows at once. */
    public int rows() {
        return rows;
    }

    /** Goes on with half as many; false where a single row is too much already. */
    public boolean halve() {
        if (rows == 1) {
            return false;
        }
        rows = (rows + 1) / 2;
        return true;
    }

    /** The same rows in batches that are not larger. */
    public List<List<TokenRow>> split(List<List<TokenRow>> batches) {
        List<List<TokenRow>> parts = new ArrayList<>();
        for (List<TokenRow> batch : batches) {
            for (int from = 0; from < batch.size(); from += rows) {
                parts.add(batch.subList(from, Math.min(from + rows, batch.size())));
            }
        }
        return parts;
    }
}
