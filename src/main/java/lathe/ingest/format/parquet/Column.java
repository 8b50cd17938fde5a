package lathe.ingest.format.parquet;

import lathe.ingest.format.parquet.Element.Physical;

/**
 * A leaf of the schema.
 *
 * @param path the names that lead to it, with dots, for people
 * @param width bytes of a plain value, where all have the same
 * @param repetitions highest repetition level: how many of the fields on its path are repeated
 * @param definitions highest definition level: how many of them need not be there
 */
record Column(String path, Physical physical, int width, Scalar scalar, int repetitions, int definitions) {

    /** Whether each row has exactly one entry. */
    boolean isFlat() {
        return repetitions == 0;
    }
}
