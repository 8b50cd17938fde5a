package lathe.text.encode.model;

import java.util.Arrays;

/** Pieces by their chars: a hash table of steps from node to node. Node 0 is the root. */
public final class Trie {
    /** No node, and no value. */
    public static final int NONE = -1;

    private static final long EMPTY = -1;

    private long[] steps = new long[1 << 10];
    private int[] targets = new int[1 << 10];
    private int[] values = new int[256];
    private int nodes = 1;

    /** A trie without pieces. */
    public Trie() {
        Arrays.fill(steps, EMPTY);
        Arrays.fill(values, NONE);
    }

    /** Adds a piece with its value; the last one counts. */
    public void put(String piece, int value) {
        int node = 0;
        for (int i = 0; i < piece.length(); i++) {
            node = grow(node, piece.charAt(i));
        }
        values[node] = value;
    }

    private int grow(int node, char c) {
        int known = next(node, c);
        if (known != NONE) {
            return known;
        }
        if (2 * nodes > steps.length) {
            widen();
        }
        if (nodes == values.length) {
            values = Arrays.copyOf(values, 2 * nodes);
            Arrays.fill(values, nodes, values.length, NONE);
        }
        insert((long) node << 16 | c, nodes);
        return nodes++;
    }

    private void widen() {
        long[] oldSteps = steps;
        int[] oldTargets = targets;
        steps = new long[2 * oldSteps.length];
        targets = new int[steps.length];
        Arrays.fill(steps, EMPTY);
        for (int i = 0; i < oldSteps.length; i++) {
            if (oldSteps[i] != EMPTY) {
                insert(oldSteps[i], oldTargets[i]);
            }
        }
    }

    private void insert(long step, int target) {
        int slot = first(step);
        while (steps[slot] != EMPTY) {
            slot = slot + 1 & steps.length - 1;
        }
        steps[slot] = step;
        targets[slot] = target;
    }

    private int first(long step) {
        return (int) ((step * 0x9E3779B97F4A7C15L) >>> (Long.numberOfLeadingZeros(steps.length) + 1));
    }

    /** The node behind a char, or {@link #NONE}. */
    public int next(int node, char c) {
        long step = (long) node << 16 | c;
        int slot = first(step);
        while (steps[slot] != EMPTY) {
            if (steps[slot] == step) {
                return targets[slot];
            }
            slot = slot + 1 & steps.length - 1;
        }
        return NONE;
    }

    /** The value of the piece that ends at a node, or {@link #NONE}. */
    public int value(int node) {
        return values[node];
    }

    /** The value of a whole range of a text, or {@link #NONE}. */
    public int value(char[] text, int start, int end) {
        int node = 0;
        for (int at = start; at < end && node != NONE; at++) {
            node = next(node, text[at]);
        }
        return node == NONE ? NONE : values[node];
    }
}
