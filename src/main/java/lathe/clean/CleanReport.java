package lathe.clean;

import java.util.Map;
import lathe.data.CorpusFolder;
import lathe.run.Ledger;

/** The outcome of cleaning. */
public record CleanReport(CorpusFolder corpus, Ledger ledger) {

    /** Number of records that stayed. */
    public long kept() {
        return ledger.kept();
    }

    /** Number of records that went, by rule. */
    public Map<String, Long> dropped() {
        return ledger.dropped();
    }
}
