package lathe.clean.duplicate;

import com.dynatrace.hash4j.hashing.HashValue128;
import com.dynatrace.hash4j.hashing.Hashing;
import java.util.List;
import java.util.Locale;
import lathe.clean.rule.Duplicates;
import lathe.clean.rule.View;
import lathe.recipe.DuplicateRules;
import lathe.recipe.Survivor;
import lathe.text.Unicode;

/**
 * Copies of a text, after what the rule looks over is taken out: 128 bits of XXH3, the upper half as key, the lower to
 * compare. Among 10^9 different texts two would share all bits with a chance of 10^-21.
 */
final class ExactMeasure implements Duplicates {
    private final DuplicateRules.ExactDuplicates rule;

    ExactMeasure(DuplicateRules.ExactDuplicates rule) {
        this.rule = rule;
    }

    @Override
    public int keys() {
        return 1;
    }

    @Override
    public int signature() {
        return 1;
    }

    /** Every text can have copies, an empty one too. */
    @Override
    public boolean measure(View view, long[] out) {
        String text = rule.ignoreCase() ? view.text().toLowerCase(Locale.ROOT) : view.text();
        HashValue128 hash = hash(text);
        out[0] = hash.getMostSignificantBits();
        out[1] = hash.getLeastSignificantBits();
        return true;
    }

    private HashValue128 hash(String text) {
        byte[] bytes = new byte[2 * text.length()];
        int length = write(text, rule.ignorePunctuation(), bytes);
        if (length == 0) {
            // nothing but digits and punctuation: "1" and "2" are not the same
            length = write(text, false, bytes);
        }
        return Hashing.xxh3_128().hashBytesTo128Bits(bytes, 0, length);
    }

    /** Writes what counts, runs of blanks as one and none at the ends where they are looked over. */
    private int write(String text, boolean lettersOnly, byte[] out) {
        boolean squeeze = rule.ignoreWhitespace();
        int size = 0;
        boolean blank = false;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (squeeze && Unicode.isWhiteSpace(c)) {
                blank = size > 0;
            } else if (!lettersOnly || !isPunctuation(text, i)) {
                if (blank) {
                    size = put(' ', out, size);
                    blank = false;
                }
                size = put(c, out, size);
            }
        }
        return size;
    }

    private static int put(char c, byte[] out, int at) {
        out[at] = (byte) c;
        out[at + 1] = (byte) (c >>> Byte.SIZE);
        return at + 2;
    }

    /** Digits and punctuation of every script, and the symbols that ASCII has. */
    private static boolean isPunctuation(String text, int at) {
        int c = text.codePointAt(at);
        if (Character.isLowSurrogate((char) c) && at > 0) {
            c = Character.codePointBefore(text, at + 1);
        }
        return switch (Character.getType(c)) {
            case Character.DECIMAL_DIGIT_NUMBER,
                    Character.CONNECTOR_PUNCTUATION,
                    Character.DASH_PUNCTUATION,
                    Character.START_PUNCTUATION,
                    Character.END_PUNCTUATION,
                    Character.INITIAL_QUOTE_PUNCTUATION,
                    Character.FINAL_QUOTE_PUNCTUATION,
                    Character.OTHER_PUNCTUATION -> true;
            case Character.MATH_SYMBOL, Character.CURRENCY_SYMBOL, Character.MODIFIER_SYMBOL -> c < 0x80;
            default -> false;
        };
    }

    @Override
    public Survivor keep() {
        return rule.keep();
    }

    @Override
    public List<String> sources() {
        return rule.sources();
    }
}
