package lathe.ingest.format.document;

import java.io.IOException;

/** A document that is not taken in, for a reason that its reader knows. */
public final class RefusedException extends IOException {
    private static final long serialVersionUID = 1L;

    private final String reason;

    /**
     * With what the ledger says.
     *
     * @param reason a short name, for example {@code encrypted}, {@code too-long}
     * @param detail for people
     */
    public RefusedException(String reason, String detail) {
        super(detail);
        this.reason = reason;
    }

    String reason() {
        return reason;
    }
}
