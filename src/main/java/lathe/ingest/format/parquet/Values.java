package lathe.ingest.format.parquet;

import com.fasterxml.jackson.databind.JsonNode;
import lathe.ingest.format.parquet.Element.Physical;
import org.jspecify.annotations.Nullable;

/** The values of a page, without the nulls, one after another. */
interface Values {

    JsonNode next() throws BadParquetException;

    /** Passes over values. */
    void skip(int count) throws BadParquetException;

    /**
     * Begins to read.
     *
     * @param in where the values begin
     * @param count of values, not more than that many
     */
    static Values of(Column column, int encoding, Cursor in, int count, @Nullable Dictionary dictionary, Marks marks)
            throws BadParquetException {
        return switch (encoding) {
            case Encoding.PLAIN -> PlainValues.of(column, in, marks);
            case Encoding.PLAIN_DICTIONARY, Encoding.RLE_DICTIONARY -> looked(in, dictionary);
            case Encoding.RLE -> bits(column, in);
            case Encoding.DELTA_BINARY_PACKED -> new DeltaValues.Numbers(column, new Deltas(in, count));
            case Encoding.DELTA_LENGTH_BYTE_ARRAY -> new DeltaValues.Texts(column, in, count);
            case Encoding.DELTA_BYTE_ARRAY -> new DeltaValues.Prefixed(column, in, count);
            case Encoding.BYTE_STREAM_SPLIT -> new SplitValues(column, in, count);
            default -> throw new BadParquetException("values have the unknown encoding " + encoding);
        };
    }

    private static Values looked(Cursor in, @Nullable Dictionary dictionary) throws BadParquetException {
        if (dictionary == null) {
            throw new BadParquetException("a dictionary is missing");
        }
        // a page of nulls only may have no bytes at all
        return new DictionaryValues(new Rle(in, in.left() == 0 ? 1 : in.u8()), dictionary.values());
    }

    private static Values bits(Column column, Cursor in) throws BadParquetException {
        if (column.physical() != Physical.BOOLEAN) {
            throw new BadParquetException("runs of something else than booleans");
        }
        return new PlainValues.Bits(column.scalar(), new Rle(in.take(in.le32()), 1));
    }

    /** Values that stand as numbers of a dictionary's entries. */
    final class DictionaryValues implements Values {
        private final Rle numbers;
        private final JsonNode[] dictionary;

        DictionaryValues(Rle numbers, JsonNode[] dictionary) {
            this.numbers = numbers;
            this.dictionary = dictionary;
        }

        @Override
        public JsonNode next() throws BadParquetException {
            int number = numbers.next();
            if (number < 0 || number >= dictionary.length) {
                throw new BadParquetException("the dictionary has no entry " + number);
            }
            return dictionary[number];
        }

        @Override
        public void skip(int count) throws BadParquetException {
            numbers.count(count, 0);
        }
    }
}
