package lathe.text.encode.model;

import java.util.Arrays;
import lathe.text.encode.Model;
import lathe.text.encode.Runs;
import lathe.text.encode.Tokens;
import org.jspecify.annotations.Nullable;

/**
 * The most likely way to cut a piece (Kudo 2018), by Viterbi's algorithm. Of equally likely ways the one counts that
 * was found first, with starts from left to right: Hugging Face's rule.
 */
public final class Unigram implements Model {
    /** How much less likely than the rarest piece an unknown character is. */
    private static final double PENALTY = 10;

    private final Vocabulary vocabulary;
    private final double[] scores;
    private final int unknown;
    private final int[] bytes;
    private final Trie trie = new Trie();
    private final double unknownScore;

    /**
     * A model.
     *
     * @param scores log-likelihoods by id
     * @param unknown id of the token for the unknown
     * @param bytes ids of the tokens for bytes, or nothing
     */
    public Unigram(Vocabulary vocabulary, double[] scores, int unknown, int[] bytes) {
        this.vocabulary = vocabulary;
        this.scores = scores;
        this.unknown = unknown;
        this.bytes = bytes;
        double least = Double.POSITIVE_INFINITY;
        for (int id = 0; id < scores.length; id++) {
            String piece = vocabulary.piece(id);
            // A piece that is listed twice has its last id, and that id's score.
            if (piece != null && !piece.isEmpty()) {
                trie.put(piece, vocabulary.id(piece));
            }
            least = Math.min(least, scores[id]);
        }
        unknownScore = least - PENALTY;
    }

    @Override
    public Session session() {
        return new Viterbi();
    }

    @Override
    public int id(String piece) {
        return vocabulary.id(piece);
    }

    @Override
    public @Nullable String piece(int id) {
        return vocabulary.piece(id);
    }

    @Override
    public int size() {
        return scores.length;
    }

    @Override
    public int unknown() {
        return unknown;
    }

    private final class Viterbi extends WordSession {
        private double[] best = new double[64];
        private int[] from = new int[64];
        private int[] ids = new int[64];
        private int[] path = new int[64];

        @Override
        protected void compute(char[] text, int start, int end, Tokens tokens) {
            int length = end - start;
            reserve(length + 1);
            Arrays.fill(from, 0, length + 1, Trie.NONE);
            best[0] = 0;
            for (int at = 0; at < length; at += Runs.width(text, start + at, end)) {
                extend(text, start, at, end);
            }
            emit(text, start, backwards(length), tokens);
        }

        private void reserve(int room) {
            if (best.length < room) {
                int size = Math.max(room, 2 * best.length);
                best = new double[size];
                from = new int[size];
                ids = new int[size];
                path = new int[size];
            }
        }

        /** Tries all pieces that begin at a place. */
        private void extend(char[] text, int start, int at, int end) {
            int single = Runs.width(text, start + at, end);
            boolean hasSingle = false;
            int node = 0;
            for (int i = start + at; i < end; i++) {
                node = trie.next(node, text[i]);
                if (node == Trie.NONE) {
                    break;
                }
                int id = trie.value(node);
                if (id != Trie.NONE) {
                    int to = i + 1 - start;
                    offer(at, to, id, scores[id]);
                    hasSingle |= to - at == single;
                }
            }
            if (!hasSingle) {
                offer(at, at + single, unknown, unknownScore);
            }
        }

        private void offer(int at, int to, int id, double score) {
            double total = score + best[at];
            if (from[to] == Trie.NONE || total > best[to]) {
                best[to] = total;
                from[to] = at;
                ids[to] = id;
            }
        }

        /** Writes the ends of the path's pieces, last first; neighbours that are unknown are one. */
        private int backwards(int length) {
            int count = 0;
            int at = length;
            boolean fusing = false;
            while (at > 0) {
                boolean isUnknown = ids[at] == unknown;
                if (!(isUnknown && fusing)) {
                    path[count++] = at;
                }
                fusing = isUnknown;
                at = from[at];
            }
            return count;
        }

        private void emit(char[] text, int start, int count, Tokens tokens) {
            int at = 0;
            for (int i = count - 1; i >= 0; i--) {
                int to = path[i];
                int id = ids[to] == unknown ? trie.value(text, start + at, start + to) : ids[to];
                if (id != Trie.NONE) {
                    tokens.add(id, start + at, start + to);
                } else if (bytes.length == 0 || !Bytes.add(bytes, text, start + at, start + to, tokens)) {
                    tokens.add(unknown, start + at, start + to);
                }
                at = to;
            }
        }
    }
}
