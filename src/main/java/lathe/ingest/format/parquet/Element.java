package lathe.ingest.format.parquet;

/**
 * A line of the schema: a field, or the root.
 *
 * @param children fields of a group
 * @param width bytes of a value of fixed length
 * @param scale digits of a decimal behind its point
 * @param unit parts of a second of a time
 * @param utc whether a time is UTC
 */
record Element(
        String name,
        Repetition repetition,
        int children,
        Physical physical,
        int width,
        Logical logical,
        int scale,
        long unit,
        boolean utc) {

    /** How often a field stands in its group. In the format's order. */
    enum Repetition {
        REQUIRED,
        OPTIONAL,
        REPEATED
    }

    /** How values are stored. In the format's order. */
    enum Physical {
        BOOLEAN,
        INT32,
        INT64,
        INT96,
        FLOAT,
        DOUBLE,
        BYTE_ARRAY,
        FIXED,
        GROUP;

        /** Bytes of a plain value, for those that have always the same. */
        int bytes(int declared) {
            return switch (this) {
                case INT32, FLOAT -> Integer.BYTES;
                case INT64, DOUBLE -> Long.BYTES;
                case INT96 -> Integer.BYTES + Long.BYTES;
                case FIXED -> declared;
                case BOOLEAN, BYTE_ARRAY, GROUP -> 0;
            };
        }

        /** Whether values are numbers to {@link Scalar}. */
        boolean isNumber() {
            return this == BOOLEAN || this == INT32 || this == INT64 || this == FLOAT || this == DOUBLE;
        }
    }

    /** What values mean. */
    enum Logical {
        NONE,
        TEXT,
        LIST,
        MAP,
        DECIMAL,
        DATE,
        TIME,
        TIMESTAMP,
        UNSIGNED,
        UUID,
        FLOAT16
    }
}
