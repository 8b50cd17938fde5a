package lathe.ingest.container;

import java.io.IOException;
import java.io.InputStream;
import lathe.ingest.item.CorruptException;
import org.jspecify.annotations.Nullable;

/**
 * What comes out of a decompressor or an archive. Its bytes are counted, and whatever the library throws becomes a
 * {@link CorruptException}, unless the disk itself failed. Once broken it stays broken.
 */
final class GuardedStream extends InputStream {

    /** Opens a library's stream; often it reads a header and can fail as reading can. */
    @FunctionalInterface
    interface Opener {
        InputStream open() throws IOException;
    }

    private final Opener opener;
    private final String name;
    private final int layer;
    private final Expansion expansion;
    private final DiskFile disk;
    private @Nullable InputStream in;
    private @Nullable CorruptException broken;

    /**
     * Guards a stream.
     *
     * @param name the archive or compressed file that it comes out of
     * @param layer how many times over it was packed
     */
    GuardedStream(Opener opener, String name, int layer, Expansion expansion, DiskFile disk) {
        this.opener = opener;
        this.name = name;
        this.layer = layer;
        this.expansion = expansion;
        this.disk = disk;
    }

    /** What is wrong with it, once that came to light. */
    @Nullable
    CorruptException broken() {
        return broken;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    // Hostile archives drive the libraries into all kinds of unchecked exceptions.
    @Override
    public int read(byte[] bytes, int from, int length) throws IOException {
        if (broken != null) {
            throw broken;
        }
        try {
            int count = opened().read(bytes, from, length);
            expansion.add(layer, Math.max(0, count));
            return count;
        } catch (IOException | RuntimeException e) {
            disk.throwFailure();
            broken = Corruption.of(e, name);
            throw broken;
        }
    }

    private InputStream opened() throws IOException {
        if (in == null) {
            in = opener.open();
        }
        return in;
    }

    @Override
    public int available() throws IOException {
        return in == null || broken != null ? 0 : in.available();
    }

    @Override
    public void close() throws IOException {
        if (in != null) {
            in.close();
        }
    }
}
