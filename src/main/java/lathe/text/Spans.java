package lathe.text;

import java.util.Arrays;

/** Stretches of a text in its order, as chars from (inclusive) and to (exclusive); no strings are made of them. */
public final class Spans {
    private int[] bounds;
    private int size;

    /** Room for about so many; it grows. */
    public Spans(int expected) {
        bounds = new int[2 * Math.max(4, expected)];
    }

    /** Adds a stretch behind the others. */
    public void add(int from, int to) {
        int at = 2 * size;
        if (at == bounds.length) {
            bounds = Arrays.copyOf(bounds, 2 * at);
        }
        bounds[at] = from;
        bounds[at + 1] = to;
        size++;
    }

    /** How many there are. */
    public int size() {
        return size;
    }

    /** Where one begins. */
    public int from(int index) {
        return bounds[2 * index];
    }

    /** Behind where one ends. */
    public int to(int index) {
        return bounds[2 * index + 1];
    }

    /** One as a string, for messages and tests. */
    public String of(String text, int index) {
        return text.substring(from(index), to(index));
    }
}
