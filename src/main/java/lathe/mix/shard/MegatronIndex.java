package lathe.mix.shard;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import lathe.data.TokenShard;

/**
 * The {@code .idx} file of Megatron-LM's indexed data sets, little-endian: {@code MMIDIDX} and two zeros, version 1 in
 * 8 bytes, a byte for the type of ids (4 int32, 8 uint16), the numbers of sequences and of document borders in 8 bytes
 * each; then lengths of sequences (int32), their places in the {@code .bin} in bytes (int64), and the number of the
 * sequence with which each document begins, and of all (int64). Each document is one sequence.
 */
final class MegatronIndex {
    private static final byte[] MAGIC = "MMIDIDX\0\0".getBytes(StandardCharsets.ISO_8859_1);
    private static final int INT32 = 4;
    private static final int UINT16 = 8;

    private MegatronIndex() {}

    static void write(TokenShard shard, Path file) throws IOException {
        long documents = shard.documents();
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file))) {
            out.write(MAGIC);
            int64(out, 1);
            out.write(shard.isWide() ? INT32 : UINT16);
            int64(out, documents);
            int64(out, documents + 1);
            for (long i = 0; i < documents; i++) {
                int32(out, shard.length(i));
            }
            for (long i = 0; i < documents; i++) {
                int64(out, shard.start(i) * (shard.isWide() ? Integer.BYTES : Short.BYTES));
            }
            for (long i = 0; i <= documents; i++) {
                int64(out, i);
            }
        }
    }

    private static void int64(OutputStream out, long value) throws IOException {
        out.write(ByteBuffer.allocate(Long.BYTES)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putLong(value)
                .array());
    }

    private static void int32(OutputStream out, int value) throws IOException {
        out.write(ByteBuffer.allocate(Integer.BYTES)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putInt(value)
                .array());
    }
}
