package lathe.text.encode;

/** Takes a text's tokens: ids, and if they are wanted ranges of the text that the model saw. */
public final class Tokens {
    private final Ints ids;
    private final Ints spans = new Ints(1);
    private final boolean spansWanted;

    /** Tokens that are added to an array. */
    public Tokens(Ints ids, boolean spansWanted) {
        this.ids = ids;
        this.spansWanted = spansWanted;
    }

    /** Adds a token with its range. */
    public void add(int id, int start, int end) {
        ids.add(id);
        if (spansWanted) {
            spans.add(start);
            spans.add(end);
        }
    }

    /** The ids. */
    public Ints ids() {
        return ids;
    }

    /** Whether ranges are kept. */
    public boolean spansWanted() {
        return spansWanted;
    }

    /** Start and end of each token, one after the other. */
    public Ints spans() {
        return spans;
    }
}
