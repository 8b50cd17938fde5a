package lathe.ingest;

import java.util.ArrayList;
import java.util.List;
import lathe.data.CorpusBlock;
import lathe.data.Rejected;
import lathe.run.Ledger;

/** What became of a piece: records ready to be appended, items that could not be read, and the account. */
final class Outcome {
    final CorpusBlock records = new CorpusBlock();
    final List<Rejected> rejected = new ArrayList<>();
    final Ledger.Counter counter = new Ledger.Counter();
    final Piece piece;

    Outcome(Piece piece) {
        this.piece = piece;
    }
}
