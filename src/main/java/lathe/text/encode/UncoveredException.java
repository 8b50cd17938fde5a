package lathe.text.encode;

/** Says that a {@code tokenizer.json} has a part that Lathe's own encoder lacks. */
public final class UncoveredException extends Exception {
    private static final long serialVersionUID = 1;

    /** Names the part. */
    public UncoveredException(String part) {
        super(part);
    }
}
