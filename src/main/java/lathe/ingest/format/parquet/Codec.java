package lathe.ingest.format.parquet;

import com.github.luben.zstd.ZstdInputStreamNoFinalizer;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.zip.GZIPInputStream;

/** How pages are compressed. In the format's order. */
enum Codec {
    NONE,
    SNAPPY,
    GZIP,
    LZO,
    BROTLI,
    LZ4_FRAMED,
    ZSTD,
    LZ4;

    /** The codec of that number; refuses those that nobody here can unpack. */
    static Codec of(int number) throws BadParquetException {
        if (number < 0 || number >= values().length) {
            throw new BadParquetException("pages are compressed in the unknown way " + number);
        }
        Codec codec = values()[number];
        if (codec == LZO || codec == BROTLI) {
            throw new BadParquetException(
                    "unsupported-codec", "compressed with " + codec + "; write it again with zstd or snappy");
        }
        return codec;
    }

    /** Unpacks the bytes of a range to exactly fill another. */
    void unpack(byte[] from, int at, int end, byte[] to, int start) throws BadParquetException {
        int filled =
                switch (this) {
                    case NONE -> copy(from, at, end, to, start);
                    case SNAPPY -> Snappy.unpack(new Cursor(from, at, end), to, start);
                    case GZIP -> gzip(from, at, end, to, start);
                    case ZSTD -> zstd(from, at, end, to, start);
                    case LZ4 -> Lz4.unpack(new Cursor(from, at, end), to, start, to.length);
                    case LZ4_FRAMED -> Lz4.unpackFramed(new Cursor(from, at, end), to, start);
                    case LZO, BROTLI -> throw new BadParquetException("no such codec");
                };
        if (filled != to.length) {
            throw new BadParquetException("a page unpacks to less than it says");
        }
    }

    private static int copy(byte[] from, int at, int end, byte[] to, int start) throws BadParquetException {
        if (end - at != to.length - start) {
            throw new BadParquetException("a page has another size than it says");
        }
        System.arraycopy(from, at, to, start, end - at);
        return to.length;
    }

    private static int gzip(byte[] from, int at, int end, byte[] to, int start) throws BadParquetException {
        try (GZIPInputStream in = new GZIPInputStream(new ByteArrayInputStream(from, at, end - at))) {
            return start + in.readNBytes(to, start, to.length - start);
        } catch (IOException e) {
            throw new BadParquetException("gzip: " + e.getMessage());
        }
    }

    private static int zstd(byte[] from, int at, int end, byte[] to, int start) throws BadParquetException {
        // not in one call: that would keep the collector from working for as long as a large page takes
        try (ZstdInputStreamNoFinalizer in =
                new ZstdInputStreamNoFinalizer(new ByteArrayInputStream(from, at, end - at))) {
            return start + in.readNBytes(to, start, to.length - start);
        } catch (IOException e) {
            throw new BadParquetException("zstd: " + e.getMessage());
        }
    }
}
