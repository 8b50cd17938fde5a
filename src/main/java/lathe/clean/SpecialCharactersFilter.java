package lathe.clean;

import lathe.data.Document;
import lathe.recipe.StatisticRules;
import lathe.recipe.Rule;
import org.jspecify.annotations.Nullable;

/**
 * Share of code points that are special: punctuation, symbols, emoji, digits, blanks and control characters. This is
 * data-juicer's special_characters_filter without its mistakes: no letter of any script is special, so the ideographs 一
 * 士 上 and the Kana in its list are not counted. Empty text scores 0.
 */
final class SpecialCharactersFilter implements Filter<Double> {
    private final Bounds bounds;

    SpecialCharactersFilter(StatisticRules.SpecialCharacters rule) {
        bounds = new Bounds(rule.min(), rule.max());
    }

    @Override
    public Double score(Document document) {
        String text = document.content();
        int all = 0;
        int special = 0;
        for (int i = 0; i < text.length(); ) {
            int c = text.codePointAt(i);
            i += Character.charCount(c);
            all++;
            special += isSpecial(c) ? 1 : 0;
        }
        return all == 0 ? 0.0 : (double) special / all;
    }

    static boolean isSpecial(int c) {
        if (c < 0x80) {
            return !((c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'));
        }
        return switch (Character.getType(c)) {
            case Character.UPPERCASE_LETTER,
                    Character.LOWERCASE_LETTER,
                    Character.TITLECASE_LETTER,
                    Character.MODIFIER_LETTER,
                    Character.OTHER_LETTER -> false;
            // Variation selectors are marks that belong to emoji.
            case Character.NON_SPACING_MARK, Character.COMBINING_SPACING_MARK, Character.ENCLOSING_MARK ->
                c >= 0xFE00 && c <= 0xFE0F;
            default -> true;
        };
    }

    @Override
    public @Nullable Broken decide(Double score) {
        return bounds.broken(score);
    }
}
