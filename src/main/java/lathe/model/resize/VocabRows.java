package lathe.model.resize;

import java.util.Arrays;

/**
 * Where the rows of an embedding come from when a vocabulary changes. Row {@code i} of the new one is the mean of the
 * old rows {@code sources[i]}; a single source is copied bit by bit, and an empty list stands for the mean of all old
 * rows that are in use.
 */
public final class VocabRows {
    private final int oldRows;
    private final int[] used;
    private final int[][] sources;

    /**
     * The rows of a new vocabulary.
     *
     * @param oldRows rows of the embedding as it is
     * @param used old rows that a token has, whose mean stands for a token nothing is known of
     * @param sources old rows of each new one
     */
    public VocabRows(int oldRows, int[] used, int[][] sources) {
        this.oldRows = oldRows;
        this.used = used.clone();
        this.sources = Arrays.stream(sources).map(int[]::clone).toArray(int[][]::new);
    }

    /** Rows before. */
    public int oldRows() {
        return oldRows;
    }

    /** Rows now. */
    public int size() {
        return sources.length;
    }

    /** Rows that are means of others. */
    public int made() {
        return (int) Arrays.stream(sources).filter(from -> from.length != 1).count();
    }

    /** The old row that a new one is; -1 where it is a mean of several. */
    int copied(int row) {
        return sources[row].length == 1 ? sources[row][0] : -1;
    }

    /** The old rows whose mean a new row is. */
    int[] averaged(int row) {
        return sources[row].length == 0 ? used : sources[row];
    }

    /** Whether a new row is the mean of all that is in use. */
    boolean isMeanOfAll(int row) {
        return sources[row].length == 0;
    }
}
