package lathe.tokenize.sentencepiece.unigram;

import java.util.Arrays;

/**
 * All ways to cut a text into pieces, for one text after another. For one thread.
 *
 * <p>Sums over all ways are products of probabilities, not sums of logarithms: several times as fast. What becomes too
 * small is multiplied, and how often is remembered.
 */
final class Lattice {
    /** Stands for a character that is no piece. */
    static final int UNKNOWN = -1;

    private static final double LARGE = 0x1p400;
    private static final double TINY = 0x1p-400;

    private final Model model;
    private int[] first = new int[64];
    private int[] end = new int[256];
    private int[] piece = new int[256];
    private double[] weight = new double[256];
    private int edges;

    private double[] forward = new double[64];
    private double[] backward = new double[64];
    private int[] lifted = new int[64];
    private double[] best = new double[64];
    private int[] bestEdge = new int[64];
    private int[] from = new int[64];
    private int length;

    Lattice(Model model) {
        this.model = model;
    }

    /** Takes what comes out: a piece or {@link #UNKNOWN}, and how much of it. */
    interface Each {
        void piece(int piece, double share);
    }

    /** Finds all pieces in a text. */
    void set(int[] text, int begin, int stop) {
        length = stop - begin;
        edges = 0;
        if (first.length < length + 2) {
            resize(2 * length + 2);
        }
        PieceTrie trie = model.trie();
        for (int at = 0; at < length; at++) {
            first[at] = edges;
            boolean single = false;
            int node = 0;
            for (int next = at; next < length; next++) {
                node = trie.child(node, text[begin + next]);
                if (node == PieceTrie.NONE) {
                    break;
                }
                int found = trie.piece(node);
                if (found != PieceTrie.NONE) {
                    addEdge(next + 1, found);
                    single |= next == at;
                }
            }
            if (!single) {
                addEdge(at + 1, UNKNOWN);
            }
        }
        first[length] = edges;
    }

    private void resize(int size) {
        first = new int[size];
        forward = new double[size];
        backward = new double[size];
        lifted = new int[size];
        best = new double[size];
        bestEdge = new int[size];
        from = new int[size];
    }

    private void addEdge(int to, int found) {
        if (edges == end.length) {
            end = Arrays.copyOf(end, 2 * edges);
            piece = Arrays.copyOf(piece, 2 * edges);
            weight = Arrays.copyOf(weight, 2 * edges);
        }
        end[edges] = to;
        piece[edges++] = found;
    }

    /** How often each piece is expected, over all ways by their probabilities (Kudo 2018, after Baum and Welch). */
    void expected(Each each) {
        runForward();
        Arrays.fill(backward, 0, length, 0);
        backward[length] = 1;
        int lifts = 0;
        for (int at = length - 1; at >= 0; at--) {
            double start = lifted(forward[at], lifted[length] - lifted[at] - lifts) / forward[length];
            double sum = 0;
            for (int edge = first[at]; edge < first[at + 1]; edge++) {
                double rest = weight[edge] * backward[end[edge]];
                sum += rest;
                each.piece(piece[edge], start * rest);
            }
            backward[at] = sum;
            if (sum < TINY) {
                lifts++;
                for (int i = at; i <= Math.min(length, at + model.pieces().longest()); i++) {
                    backward[i] *= LARGE;
                }
            }
        }
    }

    private void runForward() {
        Arrays.fill(forward, 0, length + 1, 0);
        forward[0] = 1;
        int lifts = 0;
        for (int at = 0; at < length; at++) {
            if (forward[at] < TINY) {
                lifts++;
                for (int i = at; i <= Math.min(length, at + model.pieces().longest()); i++) {
                    forward[i] *= LARGE;
                }
            }
            lifted[at] = lifts;
            for (int edge = first[at]; edge < first[at + 1]; edge++) {
                weight[edge] = model.probability(piece[edge]);
                forward[end[edge]] += forward[at] * weight[edge];
            }
        }
        lifted[length] = lifts;
    }

    private static double lifted(double value, int times) {
        double result = value;
        for (int i = 0; i < times; i++) {
            result *= LARGE;
        }
        for (int i = 0; i > times; i--) {
            result /= LARGE;
        }
        return result;
    }

    /**
     * The likeliest way (Viterbi 1967); of equal ones, that with the longest last piece.
     *
     * @param without a piece that may not cover the whole text, or {@link #UNKNOWN} if any may
     * @return its score, or negative infinity if there is no way
     */
    double viterbi(int without) {
        Arrays.fill(best, 0, length + 1, Double.NEGATIVE_INFINITY);
        best[0] = 0;
        for (int at = 0; at < length; at++) {
            for (int edge = first[at]; edge < first[at + 1]; edge++) {
                boolean whole = at == 0 && end[edge] == length && piece[edge] == without && without != UNKNOWN;
                double score = best[at] + model.score(piece[edge]);
                if (!whole && score > best[end[edge]]) {
                    best[end[edge]] = score;
                    bestEdge[end[edge]] = edge;
                    from[end[edge]] = at;
                }
            }
        }
        return best[length];
    }

    /** The pieces of the way that was found last, from the last to the first. */
    void path(Each each) {
        for (int at = length; at > 0; at = from[at]) {
            each.piece(piece[bestEdge[at]], 1);
        }
    }
}
