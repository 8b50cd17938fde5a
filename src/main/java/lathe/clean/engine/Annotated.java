package lathe.clean.engine;

import java.io.Serializable;
import java.util.Arrays;
import lathe.data.CorpusBlock;
import org.jspecify.annotations.Nullable;

/**
 * What became of a shard: its records as they are after all edits, what the filters measured, by what they are
 * compared, and what was edited. Can be sent to another process.
 */
public final class Annotated implements Serializable {
    private static final long serialVersionUID = 1;

    final Shard shard;
    /** The edited records; null where no rule edits. */
    final @Nullable CorpusBlock edited;
    /** Row after row. */
    final double[] scores;
    /** For each duplicate rule row after row. */
    final long[][] keys;
    /** One script of edits behind the other. */
    final byte[] edits;
    /** Where the script of each record ends. */
    final int[] editEnds;
    /** How many records each rule that edits has changed. */
    final int[] changed;

    Annotated(
            Shard shard,
            @Nullable CorpusBlock edited,
            double[] scores,
            long[][] keys,
            byte[] edits,
            int[] editEnds,
            int[] changed) {
        this.shard = shard;
        this.edited = edited;
        this.scores = scores;
        this.keys = keys;
        this.edits = edits;
        this.editEnds = editEnds;
        this.changed = changed;
    }

    /** Number of the shard. */
    public int number() {
        return shard.number();
    }

    @Override
    public String toString() {
        return shard + " " + Arrays.toString(changed);
    }
}
