package lathe.ingest;

/** An item that is well-formed but holds no record. */
final class UnusableException extends Exception {
    private static final long serialVersionUID = 1L;

    /** With the reason that the ledger names. */
    UnusableException(String reason) {
        super(reason, null, false, false);
    }

    String reason() {
        return String.valueOf(getMessage());
    }
}
