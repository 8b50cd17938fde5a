package lathe.clean.statistic;

import lathe.clean.rule.View;
import lathe.clean.rule.WordTable;
import lathe.text.Characters;
import lathe.text.Scripts;
import lathe.text.Spans;

/** How a text is written, where bounds depend on it: the published bounds of FineWeb-2 are by language. */
enum Writing {
    /** Words with spaces between them. */
    SPACED,
    /** Chinese. */
    CHINESE,
    /** Japanese, or another script without spaces between words. */
    JAPANESE,
    /** Korean: spaces, but each syllable one character. */
    KOREAN;

    private static final double PREVAILS = 0.5;

    /** The writing of at least half of a text's words; Japanese where a tenth of the unspaced ones are not Han. */
    static Writing of(View view) {
        WordTable table = view.wordTable();
        int unspaced = 0;
        int han = 0;
        int hangul = 0;
        Spans words = view.words();
        for (int i = 0; i < table.size(); i++) {
            int kind = table.kind(i);
            if ((kind & Characters.UNSPACED) != 0) {
                unspaced++;
                han += (kind & Characters.HAN) != 0 ? 1 : 0;
            } else if ((kind & Characters.LETTER) != 0) {
                hangul += isHangul(view.text().charAt(words.from(i))) ? 1 : 0;
            }
        }
        double half = Math.max(1, PREVAILS * table.size());
        if (unspaced >= half) {
            return 10 * han >= 9 * unspaced ? CHINESE : JAPANESE;
        }
        return hangul >= half ? KOREAN : SPACED;
    }

    private static boolean isHangul(char c) {
        return c >= 0xAC00 ? c <= 0xD7AF : Scripts.isHangul(c);
    }
}
