package lathe.clean.duplicate;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;

/** A text cut at blanks, as one array of bytes with single blanks between words: each shingle is a stretch of it. */
final class Spaced {
    private final byte[] bytes;
    private final int[] starts;
    private final int words;

    /** Words between spaces; other blanks belong to words, as data-juicer cuts. */
    Spaced(String text) {
        byte[] read = text.getBytes(StandardCharsets.UTF_8);
        bytes = new byte[read.length + 1];
        int[] places = new int[read.length / 2 + 2];
        int size = 0;
        int count = 0;
        boolean inside = false;
        for (byte b : read) {
            if (b != ' ') {
                if (!inside) {
                    size = count == 0 ? 0 : size + 1;
                    places[count++] = size;
                }
                bytes[size++] = b;
            } else if (inside) {
                bytes[size] = ' ';
            }
            inside = b != ' ';
        }
        places[count] = size + 1;
        starts = places;
        words = count;
    }

    /** Hashes a stretch of bytes. */
    @FunctionalInterface
    interface StretchHash {
        long of(byte[] bytes, int from, int length);
    }

    /** The hashes of all runs of n words; none for fewer. */
    long[] shingles(int n, StretchHash hash) {
        long[] hashes = new long[Math.max(0, words - n + 1)];
        for (int i = 0; i < hashes.length; i++) {
            hashes[i] = hash.of(bytes, starts[i], starts[i + n] - 1 - starts[i]);
        }
        return hashes;
    }

    /** The first four bytes of SHA-1, the least significant first. */
    static StretchHash sha1() {
        MessageDigest sha = digest("SHA-1");
        return (bytes, from, length) -> {
            byte[] digest = digest(sha, bytes, from, length);
            long value = 0;
            for (int i = 3; i >= 0; i--) {
                value = (value << Byte.SIZE) | (digest[i] & 0xFF);
            }
            return value;
        };
    }

    /** The first eight bytes of MD5, the most significant first. */
    static StretchHash md5() {
        MessageDigest md5 = digest("MD5");
        return (bytes, from, length) -> {
            byte[] digest = digest(md5, bytes, from, length);
            long value = 0;
            for (byte b : Arrays.copyOf(digest, Long.BYTES)) {
                value = (value << Byte.SIZE) | (b & 0xFF);
            }
            return value;
        };
    }

    private static byte[] digest(MessageDigest with, byte[] bytes, int from, int length) {
        with.update(bytes, from, length);
        return with.digest();
    }

    private static MessageDigest digest(String name) {
        try {
            return MessageDigest.getInstance(name);
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError("every Java has " + name, e);
        }
    }
}
