package lathe.ingest.container;

import lathe.ingest.item.CorruptException;

/** What the exceptions of decompressors and archive readers mean. */
final class Corruption {
    private Corruption() {}

    /** The exception itself if it says already what is wrong, else a bad archive of this name. */
    static CorruptException of(Throwable thrown, String name) {
        if (thrown instanceof CorruptException corrupt) {
            return corrupt;
        }
        String message = thrown.getMessage();
        String detail = message == null ? thrown.getClass().getSimpleName() : message;
        CorruptException corrupt = new CorruptException("bad-archive", name + ": " + detail);
        corrupt.initCause(thrown);
        return corrupt;
    }
}
