package lathe.ingest.format.parquet;

import com.fasterxml.jackson.databind.JsonNode;

/** BYTE_STREAM_SPLIT: the first bytes of all values, then the second bytes, and so on. */
final class SplitValues implements Values {
    private final Column column;
    private final Cursor in;
    private final int stride;
    private final byte[] value;
    private int number;

    SplitValues(Column column, Cursor in, int count) throws BadParquetException {
        int width = column.width();
        if (width == 0 || in.left() % width != 0 || in.left() / width > count) {
            throw new BadParquetException("split bytes that make no whole values");
        }
        this.column = column;
        this.in = in;
        stride = in.left() / width;
        value = new byte[width];
    }

    @Override
    public JsonNode next() throws BadParquetException {
        if (number >= stride) {
            throw new BadParquetException("split bytes end early");
        }
        for (int i = 0; i < value.length; i++) {
            value[i] = in.bytes()[in.at() + i * stride + number];
        }
        number++;
        if (!column.physical().isNumber()) {
            return column.scalar().bytes(value, 0, value.length);
        }
        Cursor bits = new Cursor(value, 0, value.length);
        return column.scalar().number(column.physical().bytes(0) == Integer.BYTES ? bits.le32() : bits.le64());
    }

    @Override
    public void skip(int count) {
        number = (int) Math.min(stride, (long) number + count);
    }
}
