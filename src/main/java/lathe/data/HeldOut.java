package lathe.data;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/**
 * Which records no stage trains on. The side of a record follows from its content alone: equal texts fall on the same
 * side, and adding records moves none of the others.
 *
 * @param share share of records held out, 0 to 1
 * @param seed the recipe's seed
 */
public record HeldOut(double share, long seed) {

    /** Whether a record is held out for evaluation. */
    public boolean contains(Document document) {
        return position(document) < share;
    }

    /** The record's place in [0, 1): the smallest are held out first. */
    public double position(Document document) {
        try {
            MessageDigest sha = MessageDigest.getInstance("SHA-256");
            sha.update((seed + "/split/").getBytes(StandardCharsets.UTF_8));
            byte[] digest = sha.digest(document.content().getBytes(StandardCharsets.UTF_8));
            long bits = 0;
            for (int i = 0; i < 7; i++) {
                bits = (bits << 8) | (digest[i] & 0xff);
            }
            return (bits >>> 3) * 0x1p-53;
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError("every Java has SHA-256", e);
        }
    }
}
