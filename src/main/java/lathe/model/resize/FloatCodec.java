package lathe.model.resize;

import java.nio.ByteBuffer;
import lathe.program.TensorType;

/** Numbers of tensors as floats, and back with ties to even, as IEEE 754 and PyTorch have it. */
public final class FloatCodec {
    private static final int HALF_BIAS = 15;
    private static final int HALF_FRACTION = 10;
    private static final int HALF_INFINITY = 0x7C00;
    private static final int DROPPED = 23 - HALF_FRACTION;

    private FloatCodec() {}

    /** The number at a place of a buffer, whose position stays. */
    public static float read(ByteBuffer bytes, int at, TensorType type) {
        return switch (type) {
            case F32 -> bytes.getFloat(at);
            case BF16 -> Float.intBitsToFloat(bytes.getShort(at) << Short.SIZE);
            case F16 -> half(bytes.getShort(at));
            case U8 -> bytes.get(at) & 0xFF;
        };
    }

    /** Appends a number. */
    public static void write(ByteBuffer bytes, float value, TensorType type) {
        switch (type) {
            case F32 -> bytes.putFloat(value);
            case BF16 -> bytes.putShort(bfloat(value));
            case F16 -> bytes.putShort(half(value));
            case U8 -> bytes.put((byte) Math.rint(value));
        }
    }

    private static short bfloat(float value) {
        int bits = Float.floatToIntBits(value);
        return Float.isNaN(value)
                ? (short) ((bits >>> Short.SIZE) | 1)
                : (short) ((bits + 0x7FFF + ((bits >>> Short.SIZE) & 1)) >>> Short.SIZE);
    }

    /** The number that the bits of a half stand for. */
    public static float half(short bits) {
        int exponent = (bits & HALF_INFINITY) >> HALF_FRACTION;
        int fraction = bits & ((1 << HALF_FRACTION) - 1);
        float size;
        if (exponent == HALF_INFINITY >> HALF_FRACTION) {
            size = fraction == 0 ? Float.POSITIVE_INFINITY : Float.NaN;
        } else if (exponent == 0) {
            size = Math.scalb((float) fraction, 1 - HALF_BIAS - HALF_FRACTION);
        } else {
            size = Math.scalb((float) (fraction + (1 << HALF_FRACTION)), exponent - HALF_BIAS - HALF_FRACTION);
        }
        return bits < 0 ? -size : size;
    }

    /** The half nearest to a number, as bits. */
    public static short half(float value) {
        int bits = Float.floatToIntBits(value);
        int sign = (bits >>> Short.SIZE) & 0x8000;
        if (Float.isNaN(value)) {
            return (short) (sign | HALF_INFINITY | 1);
        }
        int exponent = Math.getExponent(value);
        if (exponent < 1 - HALF_BIAS) {
            // too small for a leading one: counted in steps of the smallest number
            double steps = Math.rint(Math.scalb((double) Math.abs(value), HALF_BIAS - 1 + HALF_FRACTION));
            return (short) (sign | (int) steps);
        }
        int size = (bits & 0x7FFFFFFF) - ((127 - HALF_BIAS) << 23);
        int rounded = (size + (1 << (DROPPED - 1)) - 1 + ((size >>> DROPPED) & 1)) >>> DROPPED;
        return (short) (sign | Math.min(rounded, HALF_INFINITY));
    }
}
