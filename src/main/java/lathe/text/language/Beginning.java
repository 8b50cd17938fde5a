package lathe.text.language;

import java.lang.Character.UnicodeScript;
import lathe.text.Scripts;

/**
 * What a text's first {@value #LETTERS} letters are made of. Units are counted: each ideograph or kana is one, each run
 * of other letters is one.
 *
 * @param han ideographs
 * @param kana Hiragana and Katakana
 * @param runs runs of other letters
 * @param end where the beginning ends, in UTF-16 units
 * @param script that of most of the other letters
 */
record Beginning(int han, int kana, int runs, int end, UnicodeScript script) {
    static final int LETTERS = 2_000;

    /** Looks at a text. */
    static Beginning of(String text) {
        return new Scan(text).read();
    }

    /** Ideographs and kana. */
    int cjk() {
        return han + kana;
    }

    /** All units. */
    int units() {
        return han + kana + runs;
    }

    private static final class Scan {
        private final String text;
        private final int[] letters = new int[UnicodeScript.values().length];
        private int latin;
        private int han;
        private int kana;
        private int runs;
        private boolean inside;

        Scan(String text) {
            this.text = text;
        }

        Beginning read() {
            int i = 0;
            int left = LETTERS;
            while (i < text.length() && left > 0) {
                int c = text.codePointAt(i);
                i += Character.charCount(c);
                left -= count(c) ? 1 : 0;
            }
            letters[UnicodeScript.LATIN.ordinal()] += latin;
            return new Beginning(han, kana, runs, i, most());
        }

        /** Counts a character, and says whether it was a letter. */
        private boolean count(int c) {
            if (c < 0x80) {
                boolean letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
                latin += letter ? 1 : 0;
                run(letter);
                return letter;
            }
            if (Scripts.isKana(c) || (c >= 0x4E00 && c <= 0x9FA5) || Scripts.isHan(c)) {
                kana += Scripts.isKana(c) ? 1 : 0;
                han += Scripts.isKana(c) ? 0 : 1;
                run(false);
                return Character.isLetter(c);
            }
            boolean letter = Character.isLetter(c);
            if (letter) {
                letters[UnicodeScript.of(c).ordinal()]++;
            }
            run(letter || (inside && Character.getType(c) == Character.NON_SPACING_MARK));
            return letter;
        }

        private void run(boolean letter) {
            runs += letter && !inside ? 1 : 0;
            inside = letter;
        }

        private UnicodeScript most() {
            int best = UnicodeScript.LATIN.ordinal();
            for (int i = 0; i < letters.length; i++) {
                best = letters[i] > letters[best] ? i : best;
            }
            return UnicodeScript.values()[best];
        }
    }
}
