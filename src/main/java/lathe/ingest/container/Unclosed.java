package lathe.ingest.container;

import java.io.FilterInputStream;
import java.io.InputStream;

/** An entry's bytes out of the archive's one stream, which stays open for the entries after it. */
final class Unclosed extends FilterInputStream {
    Unclosed(InputStream in) {
        super(in);
    }

    @Override
    public void close() {
        // the archive is closed by whoever opened it
    }
}
