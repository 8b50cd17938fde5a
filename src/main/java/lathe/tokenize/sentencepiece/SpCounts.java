package lathe.tokenize.sentencepiece;

import java.io.IOException;
import lathe.tokenize.corpus.PieceCounts;
import lathe.tokenize.corpus.SharedCounts;

/** The counted parts of a corpus: those of several characters, and apart from them single ones, which are many. */
public final class SpCounts implements AutoCloseable {
    private final SharedCounts parts;
    private final long[] single = new long[Character.MIN_SUPPLEMENTARY_CODE_POINT];

    SpCounts(SharedCounts parts, Iterable<long[]> singles) {
        this.parts = parts;
        for (long[] some : singles) {
            for (int c = 0; c < single.length; c++) {
                single[c] += some[c];
            }
        }
    }

    /** Takes a character that stood alone. */
    public interface Single {
        void character(int c, long count);
    }

    /** All parts but those that {@link #singles} gives. */
    public void forEach(PieceCounts.Each each) throws IOException {
        parts.forEach(each);
    }

    /** Parts of one character. */
    public void singles(Single each) {
        for (int c = 0; c < single.length; c++) {
            if (single[c] > 0) {
                each.character(c, single[c]);
            }
        }
    }

    @Override
    public void close() throws IOException {
        parts.close();
    }
}
