package lathe.clean;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Locale;
import lathe.data.Document;
import lathe.recipe.DuplicateRules;
import lathe.recipe.Rule;
import lathe.text.Unicode;

/** 128 bits of SHA-256 over a record's content, after what the rule ignores is taken out. */
record ContentHash(long high, long low) {

    static ContentHash of(Document document, DuplicateRules.ExactDuplicates rule) {
        String text = document.content();
        text = rule.ignoreCase() ? text.toLowerCase(Locale.ROOT) : text;
        text = rule.ignoreWhitespace() ? squeezed(text) : text;
        try {
            MessageDigest sha = MessageDigest.getInstance("SHA-256");
            ByteBuffer digest = ByteBuffer.wrap(sha.digest(text.getBytes(StandardCharsets.UTF_8)));
            return new ContentHash(digest.getLong(), digest.getLong());
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError("every Java has SHA-256", e);
        }
    }

    /** Runs of blanks as one blank, none at the ends. */
    private static String squeezed(String text) {
        StringBuilder out = new StringBuilder(text.length());
        boolean blank = false;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (Unicode.isWhiteSpace(c)) {
                blank = !out.isEmpty();
            } else {
                if (blank) {
                    out.append(' ');
                    blank = false;
                }
                out.append(c);
            }
        }
        return out.toString();
    }

    String hex() {
        return String.format(Locale.ROOT, "%016x%016x", high, low);
    }
}
