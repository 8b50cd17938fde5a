package lathe.ingest.format.parquet;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import lathe.ingest.format.parquet.Element.Physical;

/** Values as they are, one behind the other. */
final class PlainValues {
    private PlainValues() {}

    /** Begins to read; the marks are those of the page. */
    static Values of(Column column, Cursor in, Marks marks) throws BadParquetException {
        Physical physical = column.physical();
        if (physical == Physical.BOOLEAN) {
            return new Bits(column.scalar(), Rle.packed(in));
        }
        if (physical == Physical.BYTE_ARRAY) {
            return new Texts(column.scalar(), in, marks);
        }
        return physical.isNumber()
                ? new Numbers(column.scalar(), in, column.width())
                : new Fixed(column.scalar(), in, column.width());
    }

    /** Texts behind their lengths. */
    private static final class Texts implements Values {
        private final Scalar scalar;
        private final Cursor in;
        private final Marks marks;
        private final int start;

        Texts(Scalar scalar, Cursor in, Marks marks) {
            this.scalar = scalar;
            this.in = in;
            this.marks = marks;
            start = in.at();
        }

        @Override
        public JsonNode next() throws BadParquetException {
            int from = in.skip(in.le32());
            return scalar.bytes(in.bytes(), from, in.at());
        }

        @Override
        public void skip(int count) throws BadParquetException {
            if (in.at() == start) {
                skipFromStart(count);
            } else {
                hop(count);
            }
        }

        private void skipFromStart(int count) throws BadParquetException {
            Map.Entry<Integer, Integer> mark = marks.before(count, start);
            in.skip(mark.getValue() - start);
            hop(count - mark.getKey());
            marks.add(count, in.at());
        }

        private void hop(int count) throws BadParquetException {
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
