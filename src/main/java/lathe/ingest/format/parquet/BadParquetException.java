package lathe.ingest.format.parquet;

/** A part of a file that cannot be read; its message says what is wrong there. */
final class BadParquetException extends Exception {
    private static final long serialVersionUID = 1L;

    private final String reason;

    BadParquetException(String what) {
        this("bad-parquet", what);
    }

    /**
     * With a reason of its own.
     *
     * @param reason a short name, as in the ledger
     */
    BadParquetException(String reason, String what) {
        super(what, null, false, false);
        this.reason = reason;
    }

    String reason() {
        return reason;
    }

    String what() {
        return String.valueOf(getMessage());
    }
}
