package lathe.ingest.container;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;

/** Something to be read: a file on the disk, or a file within an archive; its bytes come uncompressed. */
public interface Input {

    /**
     * Its name for people and for ids: the path, and within an archive the entry's name after {@code !/}, for example
     * {@code /data/dump.tar.zst!/part/a.jsonl}. The ending of a compression is left off: it tells the format.
     */
    String name();

    /** Its first bytes, at most a few thousand; may be asked for at any time. None where it cannot look ahead. */
    default byte[] head() {
        return new byte[0];
    }

    /**
     * The bytes, uncompressed. May be called once, and before the next input is asked for. Where they are broken,
     * reading throws {@link lathe.ingest.item.CorruptException}; any other exception is an error of the disk.
     */
    InputStream open() throws IOException;

    /**
     * A file on the disk with these bytes, for readers that must jump about, instead of {@link #open}. One that was
     * made for this is removed when the next input is asked for.
     */
    Path onDisk() throws IOException;
}
