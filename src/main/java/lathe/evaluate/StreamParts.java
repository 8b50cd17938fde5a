package lathe.evaluate;

import java.util.ArrayList;
import java.util.List;
import lathe.model.text.TokenScores;

/**
 * Scores of texts by where their tokens stand, in parts as long as the model's positions: whether a text stays as
 * likely beyond the length that a model learned shows in the later parts.
 */
public final class StreamParts {
    private final int length;
    private final List<Score> parts = new ArrayList<>();

    /**
     * No texts yet.
     *
     * @param length of a part, in tokens
     */
    StreamParts(int length) {
        this.length = length;
    }

    /** Adds tokens of a text; the first of them is number {@code from} of those that were predicted. */
    void add(long from, TokenScores scores) {
        int count = scores.likelihoods().length;
        for (int done = 0; done < count; ) {
            int part = Math.toIntExact((from + done) / length);
            int to = (int) Math.min(count, done + length - (from + done) % length);
            while (parts.size() <= part) {
                parts.add(Score.NONE);
            }
            parts.set(part, parts.get(part).plus(Score.of(scores, done, to)));
            done = to;
        }
    }

    /** Tokens of a part. */
    public int length() {
        return length;
    }

    /** The scores of all texts together, part by part. */
    public List<Score> scores() {
        return List.copyOf(parts);
    }
}
