package lathe.ingest.format.parquet;

import com.fasterxml.jackson.databind.JsonNode;

/** Makes JSON of a leaf's values. Which of the two methods is called follows from the leaf's physical type. */
interface Scalar {

    /** A value of up to eight bytes: an integer with its sign, a float's or double's bits, or 0 and 1. */
    default JsonNode number(long bits) throws BadParquetException {
        throw new BadParquetException("a number where bytes belong");
    }

    /** A value of bytes. */
    default JsonNode bytes(byte[] bytes, int from, int to) throws BadParquetException {
        throw new BadParquetException("bytes where a number belongs");
    }
}
