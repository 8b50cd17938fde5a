package lathe.ingest.format.parquet;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/** Reads bytes one after another, and never beyond their end: every number in a file may be a lie. */
final class Cursor {
    static final VarHandle SHORTS = MethodHandles.byteArrayViewVarHandle(short[].class, ByteOrder.LITTLE_ENDIAN);
    static final VarHandle INTS = MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.LITTLE_ENDIAN);
    static final VarHandle LONGS = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final int VARINT_BITS = 7;

    private final byte[] bytes;
    private final int end;
    private int at;
    private boolean wasShort;

    Cursor(byte[] bytes, int from, int end) {
        this.bytes = bytes;
        this.at = from;
        this.end = end;
    }

    byte[] bytes() {
        return bytes;
    }

    int at() {
        return at;
    }

    int end() {
        return end;
    }

    int left() {
        return end - at;
    }

    /** Whether more bytes were wanted than there are. */
    boolean wasShort() {
        return wasShort;
    }

    int u8() throws BadParquetException {
        return bytes[skip(1)] & 0xff;
    }

    int le32() throws BadParquetException {
        return (int) INTS.get(bytes, skip(Integer.BYTES));
    }

    long le64() throws BadParquetException {
        return (long) LONGS.get(bytes, skip(Long.BYTES));
    }

    /** Passes over bytes; gives where they begin. */
    int skip(int count) throws BadParquetException {
        if (count < 0 || count > end - at) {
            wasShort = true;
            throw new BadParquetException("the bytes end early");
        }
        int from = at;
        at += count;
        return from;
    }

    /** A cursor over the next bytes, which this one passes over. */
    Cursor take(int count) throws BadParquetException {
        int from = skip(count);
        return new Cursor(bytes, from, from + count);
    }

    /** An unsigned LEB128 number. */
    long varint() throws BadParquetException {
        long value = 0;
        for (int shift = 0; shift < Long.SIZE; shift += VARINT_BITS) {
            int next = u8();
            value |= (next & 0x7fL) << shift;
            if (next < 0x80) {
                return value;
            }
        }
        throw new BadParquetException("a number has too many digits");
    }

    /** A signed number as Thrift and the delta encodings write it. */
    long zigzag() throws BadParquetException {
        long value = varint();
        return (value >>> 1) ^ -(value & 1);
    }

    /** An unsigned number that must be a size or a count. */
    int size() throws BadParquetException {
        long value = varint();
        if (value < 0 || value > Integer.MAX_VALUE) {
            throw new BadParquetException("a size is absurd: " + value);
        }
        return (int) value;
    }
}
