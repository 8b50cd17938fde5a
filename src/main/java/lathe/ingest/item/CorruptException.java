package lathe.ingest.item;

import java.io.IOException;

/**
 * The bytes of an input are broken or hostile from here on. What was read before is good; the input becomes one
 * rejection and the import goes on. An error of the disk is a plain {@link IOException} and ends the import.
 */
public final class CorruptException extends IOException {
    private static final long serialVersionUID = 1L;

    private final String reason;

    /**
     * With what the ledger says.
     *
     * @param reason a short name, for example {@code bad-archive} or {@code archive-bomb}
     * @param detail what is wrong, and in which archive
     */
    public CorruptException(String reason, String detail) {
        super(detail);
        this.reason = reason;
    }

    public String reason() {
        return reason;
    }

    public String detail() {
        return String.valueOf(getMessage());
    }
}
