package lathe.tokenize.train;

/**
 * One step of learning: two neighbouring tokens became one.
 *
 * @param left how the vocabulary writes the first
 * @param right how it writes the second
 * @param id of what they became
 * @param count how often they stood together
 */
public record Merge(String left, String right, int id, long count) {
    /** How the vocabulary writes the new token. */
    public String piece() {
        return left + right;
    }
}
