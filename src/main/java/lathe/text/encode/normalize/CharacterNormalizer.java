package lathe.text.encode.normalize;

import java.util.function.IntUnaryOperator;
import lathe.text.encode.Aligned;
import lathe.text.encode.Normalizer;
import lathe.text.unicode.CharacterClass;
import lathe.text.unicode.LowerCase;
import lathe.text.unicode.OlderClass;

/**
 * Drops characters or replaces each by another, one by one.
 *
 * @param replacement what stands for a character; {@link #DROPPED} if nothing does
 */
record CharacterNormalizer(IntUnaryOperator replacement) implements Normalizer {
    /** Stands for nothing. */
    static final int DROPPED = -1;

    /** Lower case, except for the one character that becomes two. */
    static final Normalizer LOWERCASE = CharacterNormalizer::lowercase;

    static final Normalizer STRIP_ACCENTS =
            new CharacterNormalizer(c -> OlderClass.is(c, OlderClass.COMBINING) ? DROPPED : c);

    /** BertNormalizer's "clean_text". */
    static final Normalizer CLEAN = new CharacterNormalizer(CharacterNormalizer::clean);

    static final Normalizer NO_NONSPACING =
            new CharacterNormalizer(c -> OlderClass.is(c, OlderClass.NONSPACING) ? DROPPED : c);

    /** What SentencePiece's NMT rules do to controls and blanks. */
    static final Normalizer NMT = new CharacterNormalizer(CharacterNormalizer::nmt);

    @Override
    public void normalize(Aligned text) {
        char[] chars = text.chars();
        int first = firstChange(chars, text.size());
        if (first == text.size()) {
            return;
        }
        text.rewrite();
        pass(text, chars, text.size());
        text.finish();
    }

    private int firstChange(char[] chars, int size) {
        int at = 0;
        while (at < size) {
            int c = Character.codePointAt(chars, at, size);
            if (replacement.applyAsInt(c) != c) {
                return at;
            }
            at += Character.charCount(c);
        }
        return at;
    }

    /** A character that stays tells how many dropped ones follow it. */
    private void pass(Aligned text, char[] chars, int size) {
        int kept = DROPPED;
        int dropped = 0;
        for (int at = 0; at < size; ) {
            int c = Character.codePointAt(chars, at, size);
            int replaced = replacement.applyAsInt(c);
            if (replaced == DROPPED) {
                dropped++;
            } else {
                if (kept == DROPPED) {
                    text.skip(dropped);
                } else {
                    text.put(kept, -dropped);
                }
                kept = replaced;
                dropped = 0;
            }
            at += Character.charCount(c);
        }
        if (kept != DROPPED) {
            text.put(kept, -dropped);
        }
    }

    private static void lowercase(Aligned text) {
        char[] chars = text.chars();
        int size = text.size();
        if (!hasUpper(chars, size)) {
            return;
        }
        text.rewrite();
        for (int at = 0; at < size; ) {
            int c = Character.codePointAt(chars, at, size);
            text.put(LowerCase.of(c), 0);
            if (c == LowerCase.DOTTED_I) {
                text.put(LowerCase.DOT_ABOVE, 1);
            }
            at += Character.charCount(c);
        }
        text.finish();
    }

    private static boolean hasUpper(char[] chars, int size) {
        for (int at = 0; at < size; at++) {
            char c = chars[at];
            if (c < 0x80 ? c >= 'A' && c <= 'Z' : Character.isSurrogate(c) || LowerCase.of(c) != c) {
                return true;
            }
        }
        return false;
    }

    private static int clean(int c) {
        if (c == '\t' || c == '\n' || c == '\r') {
            return ' ';
        }
        if (c == 0 || c == 0xFFFD || OlderClass.is(c, OlderClass.OTHER)) {
            return DROPPED;
        }
        return CharacterClass.is(c, CharacterClass.BLANK) ? ' ' : c;
    }

    private static int nmt(int c) {
        if ((c >= 1 && c <= 8) || c == 0xB || (c >= 0xE && c <= 0x1F) || c == 0x7F || c == 0x8F || c == 0x9F) {
            return DROPPED;
        }
        return switch (c) {
            case '\t', '\n', '\f', '\r', 0x1680, 0x2028, 0x2029, 0x2581, 0xFEFF, 0xFFFD -> ' ';
            default -> c >= 0x200B && c <= 0x200F ? ' ' : c;
        };
    }
}
