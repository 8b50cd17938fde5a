package lathe.pipeline;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** A digest of everything that a step's result depends on. */
record Fingerprint(String hex) {
    private static final int SHORT = 12;

    static Fingerprint of(String text) {
        return new Fingerprint(HexFormat.of().formatHex(sha256().digest(text.getBytes(StandardCharsets.UTF_8))));
    }

    /** The digest of this and something more. */
    Fingerprint then(String text) {
        return of(hex + "\n" + text);
    }

    /** Enough of it for a folder's name. */
    String brief() {
        return hex.substring(0, SHORT);
    }

    static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError("every Java has SHA-256", e);
        }
    }
}
