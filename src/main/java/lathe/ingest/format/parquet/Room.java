package lathe.ingest.format.parquet;

/**
 * The memory that pages of a row group may take at a time. Pages stand in memory whole, those of all columns side by
 * side, and a few bytes can unpack to many.
 */
final class Room {
    private static final int HEAP_SHARE = 3;

    private final long most = Runtime.getRuntime().maxMemory() / HEAP_SHARE;
    private long taken;

    void take(long bytes) throws BadParquetException {
        if (bytes > most - taken) {
            throw new BadParquetException(
                    "too-long",
                    "pages of " + (taken + bytes)
                            + " bytes side by side; give Java more memory, or write smaller pages");
        }
        taken += bytes;
    }

    void give(long bytes) {
        taken -= bytes;
    }
}
