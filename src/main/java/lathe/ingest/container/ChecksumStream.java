package lathe.ingest.container;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.zip.CRC32;

/** Checks at its end that an entry is what was packed: a wrong bit does not always trip the decompressor. */
final class ChecksumStream extends FilterInputStream {
    private final CRC32 crc = new CRC32();
    private final long expected;

    ChecksumStream(InputStream in, long expected) {
        super(in);
        this.expected = expected;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] bytes, int from, int length) throws IOException {
        int count = super.read(bytes, from, length);
        if (count < 0 && crc.getValue() != expected) {
            throw new IOException("the checksum is wrong");
        }
        crc.update(bytes, from, Math.max(0, count));
        return count;
    }
}
