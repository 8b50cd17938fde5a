package lathe.ingest.container;

/** A file or archive that is broken or hostile from some place on. */
public final class UnreadableException extends Exception {
    private static final long serialVersionUID = 1L;

    private final String name;

    /**
     * With what the ledger says.
     *
     * @param reason a short name, for example {@code bad-archive}, {@code archive-bomb}, {@code path-traversal}
     * @param name the file or entry, as {@link Input#name}
     */
    public UnreadableException(String reason, String name) {
        super(reason, null, false, false);
        this.name = name;
    }

    public String reason() {
        return String.valueOf(getMessage());
    }

    public String name() {
        return name;
    }
}
