package lathe.tokenize.sentencepiece.unigram;

import java.util.Arrays;

/**
 * Pieces as a trie whose nodes are numbered level by level: the children of a node stand side by side, sorted by their
 * characters, and are found by halving; those of the root in a table.
 */
final class PieceTrie {
    /** What a node is that is not there, and the piece of a node that ends none. */
    static final int NONE = -1;

    private final Pieces pieces;
    private final int[] order;
    private final int[] roots;
    private int[] character = new int[1 << 10];
    private int[] piece = new int[1 << 10];
    /** The first child of each node; the next node's first child comes after the last. */
    private int[] firstChild = new int[1 << 10];

    private int[] from = new int[1 << 10];
    private int[] to = new int[1 << 10];
    private int size;

    /**
     * A trie of all pieces.
     *
     * @param order the pieces, sorted by their characters
     * @param characters how many there are
     */
    PieceTrie(Pieces pieces, int[] order, int characters) {
        this.pieces = pieces;
        this.order = order;
        roots = new int[characters];
        Arrays.fill(roots, NONE);
        append(0, 0, order.length);
        int levelEnd = 1;
        int depth = 0;
        for (int node = 0; node < size; node++) {
            if (node == levelEnd) {
                levelEnd = size;
                depth++;
            }
            expand(node, depth);
        }
        firstChild = Arrays.copyOf(firstChild, size + 1);
        firstChild[size] = size;
        for (int child = firstChild[0]; child < firstChild[1]; child++) {
            roots[character[child]] = child;
        }
        from = new int[0];
        to = new int[0];
    }

    /** The node after a character, or {@link #NONE}. */
    int child(int node, int sought) {
        if (node == 0) {
            return roots[sought];
        }
        int low = firstChild[node];
        int high = firstChild[node + 1] - 1;
        while (low <= high) {
            int middle = (low + high) >>> 1;
            int found = character[middle];
            if (found == sought) {
                return middle;
            }
            if (found < sought) {
                low = middle + 1;
            } else {
                high = middle - 1;
            }
        }
        return NONE;
    }

    /** The piece that ends at a node, or {@link #NONE}. */
    int piece(int node) {
        return piece[node];
    }

    /** Makes that a piece is found no more. */
    void remove(int gone) {
        int node = 0;
        for (int i = 0; i < pieces.length(gone); i++) {
            node = child(node, pieces.text()[pieces.begin(gone) + i]);
        }
        piece[node] = NONE;
    }

    private void expand(int node, int depth) {
        firstChild[node] = size;
        int at = from[node];
        int end = to[node];
        if (pieces.length(order[at]) == depth) {
            piece[node] = order[at++];
        }
        while (at < end) {
            int label = label(at, depth);
            int next = at + 1;
            while (next < end && label(next, depth) == label) {
                next++;
            }
            append(label, at, next);
            at = next;
        }
    }

    private int label(int at, int depth) {
        return pieces.text()[pieces.begin(order[at]) + depth];
    }

    private void append(int label, int begin, int end) {
        if (size == character.length) {
            character = Arrays.copyOf(character, 2 * size);
            piece = Arrays.copyOf(piece, 2 * size);
            firstChild = Arrays.copyOf(firstChild, 2 * size);
            from = Arrays.copyOf(from, 2 * size);
            to = Arrays.copyOf(to, 2 * size);
        }
        character[size] = label;
        piece[size] = NONE;
        from[size] = begin;
        to[size++] = end;
    }
}
