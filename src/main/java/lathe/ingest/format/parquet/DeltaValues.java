package lathe.ingest.format.parquet;

import com.fasterxml.jackson.databind.JsonNode;
import lathe.ingest.format.parquet.Element.Physical;

/** The three encodings that are made of differences. */
final class DeltaValues {
    private static final byte[] NONE = new byte[0];

    private DeltaValues() {}

    /** Integers. */
    record Numbers(Column column, Deltas deltas) implements Values {
        @Override
        public JsonNode next() throws BadParquetException {
            long value = deltas.next();
            return column.scalar().number(column.physical() == Physical.INT32 ? (int) value : value);
        }

        @Override
        public void skip(int count) throws BadParquetException {
            for (int i = 0; i < count; i++) {
                deltas.next();
            }
        }
    }

    /** The lengths of all texts, then all texts. */
    static final class Texts implements Values {
        private final Scalar scalar;
        private final Deltas lengths;
        private final Cursor texts;

        Texts(Column column, Cursor in, int most) throws BadParquetException {
            scalar = column.scalar();
            lengths = new Deltas(copy(in), most);
            texts = behind(new Deltas(in, most));
        }

        /** Passes over the next text; it then ends where the cursor stands. */
        Cursor pass() throws BadParquetException {
            texts.skip(length(lengths));
            return texts;
        }

        int start() {
            return texts.at();
        }

        @Override
        public JsonNode next() throws BadParquetException {
            int from = start();
            Cursor to = pass();
            return scalar.bytes(to.bytes(), from, to.at());
        }

        @Override
        public void skip(int count) throws BadParquetException {
            for (int i = 0; i < count; i++) {
                pass();
            }
        }
    }

    /** Texts that share their beginning with the one before: how much, then the rest as above. */
    static final class Prefixed implements Values {
        private final Scalar scalar;
        private final Deltas prefixes;
        private final Texts rests;
        private byte[] last = NONE;

        Prefixed(Column column, Cursor in, int most) throws BadParquetException {
            scalar = column.scalar();
            prefixes = new Deltas(copy(in), most);
            rests = new Texts(column, behind(new Deltas(in, most)), most);
        }

        @Override
        public JsonNode next() throws BadParquetException {
            step();
            return scalar.bytes(last, 0, last.length);
        }

        @Override
        public void skip(int count) throws BadParquetException {
            for (int i = 0; i < count; i++) {
                step();
            }
        }

        private void step() throws BadParquetException {
            int prefix = length(prefixes);
            int from = rests.start();
            Cursor rest = rests.pass();
            int more = rest.at() - from;
            if (prefix > last.length || prefix > PageHeader.MOST_BYTES - more) {
                throw new BadParquetException("a text shares more with the one before than that has");
            }
            byte[] text = new byte[prefix + more];
            System.arraycopy(last, 0, text, 0, prefix);
            System.arraycopy(rest.bytes(), from, text, prefix, more);
            last = text;
        }
    }

    private static Cursor copy(Cursor in) {
        return new Cursor(in.bytes(), in.at(), in.end());
    }

    private static Cursor behind(Deltas numbers) throws BadParquetException {
        for (int i = 0; i < numbers.total(); i++) {
            numbers.next();
        }
        return numbers.rest();
    }

    private static int length(Deltas numbers) throws BadParquetException {
        long length = numbers.next();
        if (length < 0 || length > Integer.MAX_VALUE) {
            throw new BadParquetException("a text has the length " + length);
        }
        return (int) length;
    }
}
