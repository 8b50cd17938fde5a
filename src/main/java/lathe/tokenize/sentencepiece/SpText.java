package lathe.tokenize.sentencepiece;

import java.util.Arrays;
import lathe.tokenize.sentencepiece.charsmap.CharsMap;
import org.jspecify.annotations.Nullable;

/** A line as SentencePiece normalizes it before it learns: spaces are U+2581, fixed pieces are boundaries. */
final class SpText {
    private final SpSettings.SpaceRules rules;
    private final FixedPieces fixed;
    private final @Nullable CharsMap map;
    private final StringBuilder rewritten = new StringBuilder();
    private char[] chars = new char[1 << 12];
    private int length;

    /** For one thread. */
    SpText(SpSettings.SpaceRules rules, FixedPieces fixed, @Nullable CharsMap map) {
        this.rules = rules;
        this.fixed = fixed;
        this.map = map;
    }

    /** Takes a line of a text; returns whether it counts: one with U+2585 does not. */
    boolean set(String text, int from, int to) {
        length = 0;
        if (from == to) {
            return false;
        }
        if (map == null) {
            append(text, from, to);
        } else {
            rewritten.setLength(0);
            map.rewrite(text.substring(from, to), rewritten);
            append(rewritten, 0, rewritten.length());
        }
        if (rules.squeeze()) {
            cutEnd();
        }
        for (int i = 0; i < length; i++) {
            if (chars[i] == PieceRules.UNKNOWN) {
                return false;
            }
        }
        length = fixed.cut(chars, length);
        return true;
    }

    /** The normal form, and one char more than it is long. */
    char[] chars() {
        return chars;
    }

    int length() {
        return length;
    }

    private void append(CharSequence text, int from, int to) {
        if (chars.length < to - from + 2) {
            chars = Arrays.copyOf(chars, 2 * (to - from + 2));
        }
        int at = 0;
        if (rules.dummyPrefix()) {
            chars[at++] = PieceRules.SPACE;
        }
        boolean afterSpace = rules.squeeze();
        for (int i = from; i < to; i++) {
            char c = text.charAt(i);
            boolean space = c == ' ';
            if (!(space && afterSpace)) {
                chars[at++] = space ? PieceRules.SPACE : c;
            }
            afterSpace = space && rules.squeeze();
        }
        length = at;
    }

    private void cutEnd() {
        while (length > 0 && chars[length - 1] == PieceRules.SPACE) {
            length--;
        }
    }
}
