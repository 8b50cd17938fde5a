package lathe.text.encode.chain;

import lathe.text.encode.Ints;

/**
 * The tokens of one text.
 *
 * @param ids their ids
 * @param spans where each begins and ends in the text, in chars, one after the other
 */
public record Encoded(Ints ids, Ints spans) {
    /** Nothing. */
    static Encoded empty() {
        return new Encoded(new Ints(), new Ints());
    }

    /** Number of tokens. */
    public int size() {
        return ids.size();
    }

    /** Where the text of a token begins. */
    public int start(int token) {
        return spans.get(2 * token);
    }

    /** Where the text of a token ends. */
    public int end(int token) {
        return spans.get(2 * token + 1);
    }

    void add(int id, int start, int end) {
        ids.add(id);
        spans.add(start);
        spans.add(end);
    }

    void addAll(Encoded other) {
        ids.add(other.ids.array(), 0, other.ids.size());
        spans.add(other.spans.array(), 0, other.spans.size());
    }
}
