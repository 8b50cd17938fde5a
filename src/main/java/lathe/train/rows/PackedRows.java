package lathe.train.rows;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import lathe.model.text.TokenRow;

/** Rows of several documents that do not see each other: as many as fit into the context. */
public final class PackedRows implements Rows {
    private final Rows documents;
    private final List<int[]> rows = new ArrayList<>();

    /**
     * Packs documents.
     *
     * @param context most inputs of a row
     * @param group how many documents in their order are packed together, so that rows keep that order nearly
     */
    public PackedRows(Rows documents, int context, int group) {
        this.documents = documents;
        int[] sizes = IntStream.range(0, documents.count())
                .map(i -> documents.row(i).inputs())
                .toArray();
        for (int from = 0; from < sizes.length; from += group) {
            int first = from;
            BestFit.pack(Arrays.copyOfRange(sizes, from, Math.min(sizes.length, from + group)), context)
                    .forEach(bin ->
                            rows.add(bin.stream().mapToInt(i -> first + i).toArray()));
        }
    }

    @Override
    public int count() {
        return rows.size();
    }

    @Override
    public TokenRow row(int number) {
        return TokenRow.joined(
                IntStream.of(rows.get(number)).mapToObj(documents::row).toList());
    }
}
