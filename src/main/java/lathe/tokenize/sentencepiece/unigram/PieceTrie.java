package lathe.tokenize.sentencepiece.unigram;

import java.util.Arrays;

/**
 * Pieces as a double array (Aoe 1989): the child of a node by a character lies at the node's base plus the character,
 * and says whose child it is.
 */
final class PieceTrie {
    /** What a node is that is not there, and the piece of a node that ends none. */
    static final int NONE = -1;

    private static final int BASE = 0;
    private static final int OWNER = 1;
    private static final int PIECE = 2;
    private static final int UNIT = 4;
    private static final int TRIES = 256;

    private final Pieces pieces;
    private final int[] order;
    private final int characters;
    /** Base, owner plus one, piece plus one, and nothing, for each node: together in one line of the cache. */
    private int[] units;

    private int firstFree = 1;
    private int scanned = 1;
    private int end = 1;
    private final int[] labels;

    /**
     * A trie of all pieces.
     *
     * @param order the pieces, sorted by their characters
     */
    PieceTrie(Pieces pieces, int[] order, int characters) {
        this.pieces = pieces;
        this.order = order;
        this.characters = characters;
        labels = new int[characters + 1];
        units = new int[UNIT * (4 * pieces.size() + 2 * characters)];
        units[OWNER] = 1;
        build(0, 0, order.length, 0);
        units = Arrays.copyOf(units, UNIT * (end + characters + 1));
    }

    /** The node after a character, or {@link #NONE}. */
    int child(int node, int character) {
        int at = units[UNIT * node + BASE] + character;
        return units[UNIT * at + OWNER] == node + 1 ? at : NONE;
    }

    /** The piece that ends at a node, or {@link #NONE}. */
    int piece(int node) {
        return units[UNIT * node + PIECE] - 1;
    }

    /** Makes that a piece is found no more. */
    void remove(int piece) {
        int node = 0;
        for (int i = 0; i < pieces.length(piece); i++) {
            node = child(node, pieces.text()[pieces.begin(piece) + i]);
        }
        units[UNIT * node + PIECE] = 0;
    }

    private void build(int node, int from, int to, int depth) {
        int first = from;
        if (pieces.length(order[first]) == depth) {
            units[UNIT * node + PIECE] = order[first] + 1;
            first++;
        }
        if (first == to) {
            return;
        }
        int base = place(collect(first, to, depth));
        units[UNIT * node + BASE] = base;
        own(node, base, first, to, depth);
        int at = first;
        while (at < to) {
            int label = label(at, depth);
            int next = at + 1;
            while (next < to && label(next, depth) == label) {
                next++;
            }
            build(base + label, at, next, depth + 1);
            at = next;
        }
    }

    private int label(int at, int depth) {
        return pieces.text()[pieces.begin(order[at]) + depth];
    }

    private int collect(int from, int to, int depth) {
        int count = 0;
        for (int at = from; at < to; at++) {
            int label = label(at, depth);
            if (count == 0 || labels[count - 1] != label) {
                labels[count++] = label;
            }
        }
        return count;
    }

    private void own(int node, int base, int from, int to, int depth) {
        for (int at = from; at < to; at++) {
            int child = base + label(at, depth);
            units[UNIT * child + OWNER] = node + 1;
            end = Math.max(end, child + 1);
        }
    }

    /** A base at which all labels are free; for several labels, after some tries, one behind all nodes. */
    private int place(int count) {
        if (count == 1) {
            firstFree = nextFree(Math.max(firstFree, 1));
            int at = nextFree(Math.max(firstFree, labels[0] + 1));
            return reserved(at - labels[0]);
        }
        int at = Math.max(scanned, labels[0] + 1);
        for (int tried = 0; tried < TRIES; tried++) {
            at = nextFree(at);
            if (fits(reserved(at - labels[0]), count)) {
                return at - labels[0];
            }
            at++;
        }
        // what lies before is too scattered to be worth another look
        scanned = Math.max(scanned, at - TRIES);
        return reserved(Math.max(end, labels[0] + 1) - labels[0]);
    }

    private int nextFree(int from) {
        int at = from;
        while (isTaken(at)) {
            at++;
        }
        return at;
    }

    private int reserved(int base) {
        reserve(base + characters);
        return base;
    }

    private boolean fits(int base, int count) {
        for (int i = 1; i < count; i++) {
            if (isTaken(base + labels[i])) {
                return false;
            }
        }
        return true;
    }

    private boolean isTaken(int node) {
        reserve(node);
        return units[UNIT * node + OWNER] != 0;
    }

    private void reserve(int node) {
        if (UNIT * (node + 2) > units.length) {
            units = Arrays.copyOf(units, Math.max(UNIT * (node + 2), 2 * units.length));
        }
    }
}
