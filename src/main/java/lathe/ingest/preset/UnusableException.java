package lathe.ingest.preset;

/** A row that is well-formed but holds no record. */
public final class UnusableException extends Exception {
    private static final long serialVersionUID = 1L;

    /** With the reason that the ledger names. */
    public UnusableException(String reason) {
        super(reason, null, false, false);
    }

    public String reason() {
        return String.valueOf(getMessage());
    }
}
