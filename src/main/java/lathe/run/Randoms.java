package lathe.run;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Random;

/** Streams of random numbers that all come from the recipe's seed, each named by what it is for. */
public final class Randoms {
    private Randoms() {}

    /** The stream for a purpose; equal seeds and purposes give equal streams on every machine. */
    public static Random stream(long seed, Object... purpose) {
        return new Random(seedOf(seed, purpose));
    }

    /** A 63-bit seed for a purpose, for generators outside Java. */
    public static long seedOf(long seed, Object... purpose) {
        StringBuilder name = new StringBuilder().append(seed);
        for (Object part : purpose) {
            name.append('/').append(part);
        }
        byte[] digest = sha256().digest(name.toString().getBytes(StandardCharsets.UTF_8));
        long value = 0;
        for (int i = 0; i < Long.BYTES; i++) {
            value = (value << 8) | (digest[i] & 0xff);
        }
        return value & Long.MAX_VALUE;
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError("every Java has SHA-256", e);
        }
    }
}
