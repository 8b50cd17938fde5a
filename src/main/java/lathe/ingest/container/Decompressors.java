package lathe.ingest.container;

import com.github.luben.zstd.ZstdInputStreamNoFinalizer;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import org.apache.commons.compress.compressors.bzip2.BZip2CompressorInputStream;
import org.apache.commons.compress.compressors.gzip.GzipCompressorInputStream;
import org.apache.commons.compress.compressors.xz.XZCompressorInputStream;

/** Opens compressed streams. Several one after another in a file are read as one, as their own tools do. */
final class Decompressors {
    private static final int BUFFER = 1 << 16;

    // xz -9 needs 65 MB. Zstandard's own limit, a window of 128 MB, is left as it is.
    private static final int MOST_KIB = 128 << 10;

    private Decompressors() {}

    static InputStream open(Packing packing, InputStream in) throws IOException {
        InputStream buffered = new BufferedInputStream(in, BUFFER);
        return switch (packing) {
            case GZIP ->
                GzipCompressorInputStream.builder()
                        .setInputStream(buffered)
                        .setDecompressConcatenated(true)
                        .get();
            case ZSTD -> new ZstdInputStreamNoFinalizer(in);
            case BZIP2 -> new BZip2CompressorInputStream(buffered, true);
            case XZ ->
                XZCompressorInputStream.builder()
                        .setInputStream(buffered)
                        .setDecompressConcatenated(true)
                        .setMemoryLimitKiB(MOST_KIB)
                        .get();
            default -> throw new IllegalArgumentException("no compression: " + packing);
        };
    }
}
