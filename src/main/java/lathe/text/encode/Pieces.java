package lathe.text.encode;

/** A text with the ranges into which it is cut so far. */
public final class Pieces {
    private final Aligned text;
    private Ints bounds = new Ints();
    private Ints next = new Ints();

    /** Pieces of a text that is filled by others. */
    public Pieces(Aligned text) {
        this.text = text;
    }

    /** Makes one piece of a range of the text. */
    public void whole(int start, int end) {
        bounds.clear();
        bounds.add(start);
        bounds.add(end);
    }

    /** The text; a rewrite must move all pieces. */
    public Aligned text() {
        return text;
    }

    /** Number of pieces. */
    public int count() {
        return bounds.size() / 2;
    }

    /** Where a piece begins. */
    public int start(int piece) {
        return bounds.get(2 * piece);
    }

    /** Where a piece ends. */
    public int end(int piece) {
        return bounds.get(2 * piece + 1);
    }

    /** Adds a piece of those that replace the present ones; empty ones are dropped. */
    public void add(int start, int end) {
        if (end > start) {
            next.add(start);
            next.add(end);
        }
    }

    /** Takes the pieces that were added for the present ones. */
    public void replace() {
        Ints old = bounds;
        bounds = next;
        next = old;
        next.clear();
    }
}
