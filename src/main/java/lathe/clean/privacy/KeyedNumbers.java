package lathe.clean.privacy;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import lathe.recipe.PersonalKind;

/**
 * Numbers that depend on a key and an original alone: HMAC-SHA-256 (RFC 2104) of the original, counted on. Without the
 * key nobody can tell which original a surrogate has. Used by one thread.
 */
final class KeyedNumbers {
    private final Mac mac;
    private final byte[] original;
    private byte[] block = {};
    private int at;
    private int blocks;

    KeyedNumbers(String key, PersonalKind kind, String original) {
        this.original = (kind.name() + '\n' + original).getBytes(StandardCharsets.UTF_8);
        try {
            mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(("lathe " + key).getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has HmacSHA256", e);
        }
    }

    /** A number from 0 to below a bound. */
    int next(int bound) {
        long value = 0;
        for (int i = 0; i < 4; i++) {
            value = (value << 8) | (nextByte() & 0xFF);
        }
        return (int) (value % bound);
    }

    /** Decimal digits. */
    String digits(int count) {
        return characters("0123456789", count);
    }

    /** Characters out of some. */
    String characters(String which, int count) {
        StringBuilder text = new StringBuilder(count);
        for (int i = 0; i < count; i++) {
            text.append(which.charAt(next(which.length())));
        }
        return text.toString();
    }

    private byte nextByte() {
        if (at == block.length) {
            mac.update(original);
            block = mac.doFinal(new byte[] {(byte) (blocks >> 16), (byte) (blocks >> 8), (byte) blocks});
            blocks++;
            at = 0;
        }
        return block[at++];
    }
}
