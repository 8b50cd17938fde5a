package lathe.data;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** A file of any size as little-endian memory; read-only, safe for several threads. */
public final class MappedFile {
    private static final int PIECE_BITS = 30;
    private static final long PIECE = 1L << PIECE_BITS;

    private final ByteBuffer[] pieces;
    private final long size;

    /** Maps a file. */
    public MappedFile(Path file) throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
            size = channel.size();
            pieces = new ByteBuffer[(int) ((size + PIECE - 1) >>> PIECE_BITS)];
            for (int i = 0; i < pieces.length; i++) {
                long from = i * PIECE;
                pieces[i] = channel.map(FileChannel.MapMode.READ_ONLY, from, Math.min(PIECE, size - from))
                        .order(ByteOrder.LITTLE_ENDIAN);
            }
        }
    }

    /** Bytes. */
    public long size() {
        return size;
    }

    /** The byte at a place. */
    public byte int8(long at) {
        return piece(at).get(offset(at));
    }

    int uint16(long at) {
        return Short.toUnsignedInt(piece(at).getShort(offset(at)));
    }

    /** The four bytes at a place. */
    public int int32(long at) {
        return piece(at).getInt(offset(at));
    }

    /** The eight bytes at a place. */
    public long int64(long at) {
        return piece(at).getLong(offset(at));
    }

    /** A buffer that holds a range: the piece itself, or a copy of the range where it reaches over pieces. */
    ByteBuffer holding(long from, long to) {
        return isInOnePiece(from, to)
                ? piece(from)
                : ByteBuffer.wrap(bytes(from, (int) (to - from))).order(ByteOrder.LITTLE_ENDIAN);
    }

    /** Where a range begins in the buffer that holds it. */
    int startIn(long from, long to) {
        return isInOnePiece(from, to) ? offset(from) : 0;
    }

    private static boolean isInOnePiece(long from, long to) {
        return from >>> PIECE_BITS == (to - 1) >>> PIECE_BITS;
    }

    /** A copy of a range, which may reach over pieces. */
    public byte[] bytes(long at, int length) {
        byte[] copy = new byte[length];
        int done = 0;
        while (done < length) {
            long from = at + done;
            int here = (int) Math.min(length - done, PIECE - offset(from));
            piece(from).get(offset(from), copy, done, here);
            done += here;
        }
        return copy;
    }

    private ByteBuffer piece(long at) {
        return pieces[(int) (at >>> PIECE_BITS)];
    }

    private static int offset(long at) {
        return (int) (at & (PIECE - 1));
    }
}
