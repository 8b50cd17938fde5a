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

    /** Stands for i and a combining dot, the only lower case of two characters. */
    private static final int DOTTED_I = -2;

    static final Normalizer LOWERCASE = new CharacterNormalizer(CharacterNormalizer::lower);

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
        int size = text.size();
        int run = 0;
        boolean changed = false;
        for (int at = 0; at < size; ) {
            int c = chars[at] < Character.MIN_SURROGATE ? chars[at] : Character.codePointAt(chars, at, size);
            int next = at + Character.charCount(c);
            int replaced = replacement.applyAsInt(c);
            if (replaced != c) {
                if (!changed) {
                    text.rewrite();
                    changed = true;
                }
                text.same(run, at);
                put(text, replaced);
                run = next;
            }
            at = next;
        }
        if (changed) {
            text.same(run, size);
            text.finish();
        }
    }

    private static void put(Aligned text, int replaced) {
        if (replaced == DROPPED) {
            text.skip(1);
        } else if (replaced == DOTTED_I) {
            text.put('i', 0);
            text.put(LowerCase.DOT_ABOVE, 1);
        } else {
            text.put(replaced, 0);
        }
    }

    private static int lower(int c) {
        if (c < 0x80) {
            return c >= 'A' && c <= 'Z' ? c + 'a' - 'A' : c;
        }
        return c == LowerCase.DOTTED_I ? DOTTED_I : LowerCase.of(c);
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
