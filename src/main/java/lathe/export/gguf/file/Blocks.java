package lathe.export.gguf.file;

import java.nio.ByteBuffer;
import lathe.model.resize.FloatCodec;
import lathe.program.TensorType;

/**
 * Numbers of a row to bytes and back. Blocks are those of ggml's reference: the same bytes as the quantiser of PyPI's
 * {@code gguf} for finite numbers. All arithmetic is in float32, since that is what the reference rounds in.
 */
public final class Blocks {
    private static final int LENGTH = 32;
    private static final int MOST_BYTE = 127;
    private static final int MIDDLE = 8;
    private static final int MOST_NIBBLE = 15;

    private Blocks() {}

    /** Appends a row, little-endian; its length is a multiple of the type's block. */
    public static void write(GgufType type, float[] row, ByteBuffer out) {
        switch (type) {
            case F32 -> writeEach(row, TensorType.F32, out);
            case F16 -> writeEach(row, TensorType.F16, out);
            case BF16 -> writeEach(row, TensorType.BF16, out);
            case Q8_0 -> {
                for (int at = 0; at < row.length; at += LENGTH) {
                    writeBytes(row, at, out);
                }
            }
            case Q4_0 -> {
                for (int at = 0; at < row.length; at += LENGTH) {
                    writeNibbles(row, at, out);
                }
            }
        }
    }

    /** Fills a row from little-endian bytes. */
    public static void read(GgufType type, ByteBuffer in, float[] row) {
        switch (type) {
            case F32 -> readEach(in, TensorType.F32, row);
            case F16 -> readEach(in, TensorType.F16, row);
            case BF16 -> readEach(in, TensorType.BF16, row);
            case Q8_0 -> {
                for (int at = 0; at < row.length; at += LENGTH) {
                    readBytes(in, row, at);
                }
            }
            case Q4_0 -> {
                for (int at = 0; at < row.length; at += LENGTH) {
                    readNibbles(in, row, at);
                }
            }
        }
    }

    private static void writeEach(float[] row, TensorType type, ByteBuffer out) {
        for (float value : row) {
            FloatCodec.write(out, value, type);
        }
    }

    private static void readEach(ByteBuffer in, TensorType type, float[] row) {
        for (int i = 0; i < row.length; i++) {
            row[i] = FloatCodec.read(in, in.position(), type);
            in.position(in.position() + type.bytes());
        }
    }

    private static float scale(ByteBuffer in) {
        return FloatCodec.half(in.getShort());
    }

    /** One by a scale; zero where that is no number, as all numbers of such a block are zero or next to it. */
    private static float inverse(float scale) {
        float inverse = 1 / scale;
        return Float.isInfinite(inverse) ? 0 : inverse;
    }

    private static void writeBytes(float[] row, int from, ByteBuffer out) {
        float scale = Math.abs(row[largest(row, from)]) / MOST_BYTE;
        float inverse = inverse(scale);
        out.putShort(FloatCodec.half(scale));
        for (int i = from; i < from + LENGTH; i++) {
            out.put((byte) roundAway(row[i] * inverse));
        }
    }

    private static int roundAway(float value) {
        float size = Math.abs(value);
        float down = (float) Math.floor(size);
        int rounded = (int) down + (size - down >= 0.5f ? 1 : 0);
        return value < 0 ? -rounded : rounded;
    }

    private static void readBytes(ByteBuffer in, float[] row, int from) {
        float scale = scale(in);
        for (int i = from; i < from + LENGTH; i++) {
            row[i] = in.get() * scale;
        }
    }

    /** The number farthest from zero becomes -8, whatever its sign: the scale has the sign. */
    private static void writeNibbles(float[] row, int from, ByteBuffer out) {
        float scale = row[largest(row, from)] / -MIDDLE;
        out.putShort(FloatCodec.half(scale));
        for (int i = from; i < from + (LENGTH / 2); i++) {
            out.put((byte) (nibble(row[i], scale) | (nibble(row[i + (LENGTH / 2)], scale) << 4)));
        }
    }

    private static int nibble(float value, float scale) {
        if (scale != 0 && Float.isInfinite(1 / scale)) {
            return 0; // as the reference has it; the written scale is zero and makes it nothing
        }
        return Math.min(MOST_NIBBLE, (int) ((value * inverse(scale)) + (MIDDLE + 0.5f)));
    }

    private static void readNibbles(ByteBuffer in, float[] row, int from) {
        float scale = scale(in);
        for (int i = from; i < from + (LENGTH / 2); i++) {
            int pair = in.get();
            row[i] = scale * ((pair & MOST_NIBBLE) - MIDDLE);
            row[i + (LENGTH / 2)] = scale * (((pair >> 4) & MOST_NIBBLE) - MIDDLE);
        }
    }

    /** Where the number farthest from zero stands, the first of equals. */
    private static int largest(float[] row, int from) {
        int best = from;
        for (int i = from + 1; i < from + LENGTH; i++) {
            if (Math.abs(row[i]) > Math.abs(row[best])) {
                best = i;
            }
        }
        return best;
    }
}
