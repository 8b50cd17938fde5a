package lathe.ingest.format.parquet;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * How much a batch's rows may become. Its size is only guessed when it is cut, and a dictionary, a shared prefix or a
 * run of nulls makes much of few bytes.
 */
final class Budget {
    private static final int MOST_ENTRIES_OF_A_ROW = 2_000_000;
    private static final long MOST_BYTES = 128 << 20;
    private static final int ENTRY = 16;

    private int entries;
    private long bytes;

    /** Counts an entry that is null. */
    void spend() throws BadParquetException {
        bytes += ENTRY;
        if (++entries > MOST_ENTRIES_OF_A_ROW) {
            throw new BadParquetException("too-long", "a row of more than " + MOST_ENTRIES_OF_A_ROW + " values");
        }
    }

    /** Counts a value. */
    void spend(JsonNode value) throws BadParquetException {
        spend();
        bytes += value.isTextual() ? value.textValue().length() : 0;
        if (bytes > MOST_BYTES) {
            throw new BadParquetException("too-long", "rows of more than " + MOST_BYTES + " bytes stand together");
        }
    }

    void nextRow() {
        entries = 0;
    }
}
