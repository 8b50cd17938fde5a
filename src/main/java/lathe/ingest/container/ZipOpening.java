package lathe.ingest.container;

import java.io.IOException;
import java.nio.channels.Channels;
import java.nio.channels.SeekableByteChannel;

/** Opens a zip: by its directory if that is there and small enough, else from its beginning. */
final class ZipOpening {
    private ZipOpening() {}

    /** Opens a file anew, at its beginning. */
    @FunctionalInterface
    interface Opener {
        SeekableByteChannel open() throws IOException;
    }

    // Hostile directories drive the library into unchecked exceptions.
    static Entries of(Opener file) throws IOException {
        try {
            return new ZipEntries(file.open());
        } catch (IOException e) {
            return fromBeginning(file, e);
        } catch (RuntimeException e) {
            return fromBeginning(file, new IOException(e));
        }
    }

    private static Entries fromBeginning(Opener file, IOException why) throws IOException {
        return new ZipStreamEntries(Channels.newInputStream(file.open()), why);
    }
}
