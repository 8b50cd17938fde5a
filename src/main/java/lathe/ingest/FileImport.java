package lathe.ingest;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import lathe.data.Document;
import lathe.data.Rejected;
import lathe.run.Failure;
import lathe.text.Unicode;
import org.jspecify.annotations.Nullable;

/** Reads one file, item by item: each becomes a record or is rejected with a reason. */
final class FileImport implements AutoCloseable {
    private static final int EXCERPT = 200;

    /** What became of an item: exactly one of the two is there. */
    record Outcome(@Nullable Document kept, @Nullable Rejected rejected) {}

    private final SourceFile file;
    private final RecordMaker maker;
    private final CountedStream in;
    private final @Nullable ItemReader items;
    private boolean refused;
    private long lastLine;
    private int onLine;

    FileImport(SourceFile file) throws Failure, IOException {
        this.file = file;
        maker = new RecordMaker(file.source());
        in = new CountedStream(Files.newInputStream(file.path()));
        items = file.format() == null ? null : file.format().open(in);
    }

    /** The next outcome, or null at the file's end. */
    @Nullable
    Outcome next() throws IOException {
        if (items == null) {
            return refuseWhole();
        }
        Item item = items.next();
        if (item == null) {
            return null;
        }
        if (item instanceof Item.Bad bad) {
            return rejected(bad.line(), bad.reason(), bad.text());
        }
        Item.Row row = (Item.Row) item;
        try {
            return new Outcome(maker.make(row.value(), place(row.line())), null);
        } catch (UnusableException e) {
            return rejected(row.line(), e.reason(), row.value().toString());
        }
    }

    private @Nullable Outcome refuseWhole() {
        boolean first = !refused;
        refused = true;
        return first ? rejected(1, "unknown-format", String.valueOf(file.path().getFileName())) : null;
    }

    /** Where an item stands, as an id: several on one line are numbered. */
    private String place(long line) {
        onLine = line == lastLine ? onLine + 1 : 1;
        lastLine = line;
        return file.idPrefix() + ":" + line + (onLine == 1 ? "" : "#" + onLine);
    }

    private Outcome rejected(long line, String reason, String text) {
        Path path = file.path();
        return new Outcome(null, new Rejected(path.toString(), line, reason, Unicode.excerpt(text, EXCERPT)));
    }

    /** Bytes read so far. */
    long position() {
        return in.count;
    }

    @Override
    public void close() throws IOException {
        in.close();
    }

    private static final class CountedStream extends FilterInputStream {
        private long count;

        CountedStream(InputStream in) {
            super(in);
        }

        @Override
        public int read() throws IOException {
            int read = super.read();
            count += read < 0 ? 0 : 1;
            return read;
        }

        @Override
        public int read(byte[] bytes, int from, int length) throws IOException {
            int read = super.read(bytes, from, length);
            count += Math.max(0, read);
            return read;
        }
    }
}
