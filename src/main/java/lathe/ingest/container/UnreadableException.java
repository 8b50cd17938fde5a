package lathe.ingest.container;

/** An archive or an entry that cannot be read at all: broken, hostile or encrypted. */
public final class UnreadableException extends Exception {
    private static final long serialVersionUID = 1L;

    private final String reason;
    private final String name;

    /**
     * With what the ledger says.
     *
     * @param reason a short name: {@code bad-archive}, {@code archive-bomb}, {@code path-traversal}, {@code encrypted}
     * @param name the file or entry, as {@link Input#name}
     * @param detail what is wrong with it
     */
    public UnreadableException(String reason, String name, String detail) {
        super(detail, null, false, false);
        this.reason = reason;
        this.name = name;
    }

    public String reason() {
        return reason;
    }

    public String name() {
        return name;
    }

    public String detail() {
        return String.valueOf(getMessage());
    }
}
