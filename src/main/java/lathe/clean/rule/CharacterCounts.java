package lathe.clean.rule;

import lathe.text.Characters;

/**
 * How many characters (code points) of each kind a text has, in one pass. The kinds are those of {@link Characters}.
 *
 * @param all all code points
 * @param letters category L
 * @param numbers category N
 * @param digits category Nd
 * @param marks category M
 * @param blanks property White_Space
 * @param special see {@link Characters#SPECIAL}
 * @param brackets brackets of ASCII, fullwidth and Chinese, round, square and curly
 * @param newlines line feeds
 * @param hashes number signs
 * @param curly opening curly brackets
 * @param supplementary whether a code point takes two chars
 */
public record CharacterCounts(
        int all,
        int letters,
        int numbers,
        int digits,
        int marks,
        int blanks,
        int special,
        int brackets,
        int newlines,
        int hashes,
        int curly,
        boolean supplementary) {

    static CharacterCounts of(char[] text) {
        Tally tally = new Tally();
        int length = text.length;
        for (int at = 0; at < length; at++) {
            char c = text[at];
            int kind;
            if (Character.isHighSurrogate(c) && at + 1 < length && Character.isLowSurrogate(text[at + 1])) {
                kind = Characters.of(Character.toCodePoint(c, text[++at]));
            } else {
                kind = Characters.of(c);
                if ((kind & Characters.LETTER) == 0) {
                    tally.sign(c);
                }
            }
            tally.byKind[(kind << 2) | (at & 3)]++;
        }
        return tally.counts(length);
    }

    private static final class Tally {
        /** Four counters a kind, used in turn: a counter that is still being written would have to be waited for. */
        private final int[] byKind = new int[4 * 256];

        private int brackets;
        private int newlines;
        private int hashes;
        private int curly;

        void sign(char c) {
            if (c >= 0x80) {
                brackets += isWideBracket(c) ? 1 : 0;
                return;
            }
            switch (c) {
                case '\n' -> newlines++;
                case '#' -> hashes++;
                case '{' -> {
                    curly++;
                    brackets++;
                }
                case '(', ')', '[', ']', '}' -> brackets++;
                default -> {}
            }
        }

        private static boolean isWideBracket(char c) {
            return switch (c) {
                case '（', '）', '［', '］', '｛', '｝', '【', '】', '〔', '〕' -> true;
                default -> false;
            };
        }

        CharacterCounts counts(int length) {
            int all = 0;
            int[] of = new int[8];
            for (int kind = 0; kind < byKind.length; kind++) {
                all += byKind[kind];
                for (int bit = 0; bit < of.length; bit++) {
                    of[bit] += ((kind >> (bit + 2)) & 1) * byKind[kind];
                }
            }
            return new CharacterCounts(
                    all,
                    of[bit(Characters.LETTER)],
                    of[bit(Characters.NUMBER)],
                    of[bit(Characters.DIGIT)],
                    of[bit(Characters.MARK)],
                    of[bit(Characters.BLANK)],
                    of[bit(Characters.SPECIAL)],
                    brackets,
                    newlines,
                    hashes,
                    curly,
                    all < length);
        }

        private static int bit(int kind) {
            return Integer.numberOfTrailingZeros(kind);
        }
    }
}
