package lathe.ingest.format.parquet;

import com.fasterxml.jackson.databind.JsonNode;
import lathe.ingest.format.parquet.Element.Physical;

/** Values as they are, one behind the other. */
final class PlainValues {
    private PlainValues() {}

    static Values of(Column column, Cursor in) throws BadParquetException {
        Physical physical = column.physical();
        if (physical == Physical.BOOLEAN) {
            return new Bits(column.scalar(), Rle.packed(in));
        }
        if (physical == Physical.BYTE_ARRAY) {
            return new Texts(column.scalar(), in);
        }
        return physical.isNumber()
                ? new Numbers(column.scalar(), in, column.width())
                : new Fixed(column.scalar(), in, column.width());
    }

    /** Texts behind their lengths. */
    private record Texts(Scalar scalar, Cursor in) implements Values {
        @Override
        public JsonNode next() throws BadParquetException {
            int from = in.skip(in.le32());
            return scalar.bytes(in.bytes(), from, in.at());
        }

        @Override
        public void skip(int count) throws BadParquetException {
            for (int i = 0; i < count; i++) {
                in.skip(in.le32());
            }
        }
    }

    /** Bytes of fixed length. */
    private record Fixed(Scalar scalar, Cursor in, int width) implements Values {
        @Override
        public JsonNode next() throws BadParquetException {
            int from = in.skip(width);
            return scalar.bytes(in.bytes(), from, from + width);
        }

        @Override
        public void skip(int count) throws BadParquetException {
            in.skip((int) Math.min(Integer.MAX_VALUE, (long) count * width));
        }
    }

    /** Numbers of four or eight bytes. */
    private record Numbers(Scalar scalar, Cursor in, int width) implements Values {
        @Override
        public JsonNode next() throws BadParquetException {
            return scalar.number(width == Integer.BYTES ? in.le32() : in.le64());
        }

        @Override
        public void skip(int count) throws BadParquetException {
            in.skip((int) Math.min(Integer.MAX_VALUE, (long) count * width));
        }
    }

    /** Booleans. */
    record Bits(Scalar scalar, Rle bits) implements Values {
        @Override
        public JsonNode next() throws BadParquetException {
            return scalar.number(bits.next());
        }

        @Override
        public void skip(int count) throws BadParquetException {
            bits.count(count, 0);
        }
    }
}
