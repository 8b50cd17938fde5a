package lathe.ingest;

import java.util.ArrayList;
import java.util.List;
import lathe.data.CorpusBlock;
import lathe.data.Rejected;
import lathe.run.Ledger;

/** What became of a piece: records ready to be appended, items that could not be read, and the account. */
final class Outcome {
    /** By how much records are longer than what they are read from, for most sources. */
    private static final double GROWTH = 1.3;

    /** Below the size from which the collector treats arrays specially in the smallest heaps. */
    private static final int MOST_EXPECTED = 400_000;

    final CorpusBlock records;
    final List<Rejected> rejected = new ArrayList<>();
    final Ledger.Counter counter = new Ledger.Counter();
    final Piece piece;

    Outcome(Piece piece) {
        this.piece = piece;
        records = new CorpusBlock((int) Math.min(MOST_EXPECTED, (long) (piece.bytes() * GROWTH)));
    }
}
