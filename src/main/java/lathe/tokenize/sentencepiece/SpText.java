package lathe.tokenize.sentencepiece;

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
        int at = rules.dummyPrefix() ? 1 : 0;
        if (map == null) {
            reserve(to - from);
            text.getChars(from, to, chars, at);
            length = at + to - from;
        } else {
            rewritten.setLength(0);
            map.rewrite(text.substring(from, to), rewritten);
            reserve(rewritten.length());
            rewritten.getChars(0, rewritten.length(), chars, at);
            length = at + rewritten.length();
        }
        return space(at);
    }

    private void reserve(int more) {
        if (chars.length < more + 2) {
            chars = new char[2 * (more + 2)];
        }
    }

    /** Writes spaces as they are learned, in place, and takes fixed pieces out. */
    private boolean space(int begin) {
        chars[0] = begin > 0 ? PieceRules.SPACE : chars[0];
        int to = begin;
        boolean afterSpace = rules.squeeze();
        boolean mayHoldFixed = false;
        for (int i = begin; i < length; i++) {
            char c = chars[i];
            if (c == ' ') {
                if (!afterSpace) {
                    chars[to++] = PieceRules.SPACE;
                }
                afterSpace = rules.squeeze();
                continue;
            }
            if (c == PieceRules.UNKNOWN) {
                return false;
            }
            mayHoldFixed |= fixed.mayBegin(c);
            chars[to++] = c;
            afterSpace = false;
        }
        length = to;
        if (rules.squeeze()) {
            cutEnd();
        }
        // a fixed piece may begin with U+2581, which is seen only here
        if (mayHoldFixed || fixed.mayBegin(PieceRules.SPACE)) {
            length = fixed.cut(chars, length);
        }
        return true;
    }

    /** The normal form, and one char more than it is long. */
    char[] chars() {
        return chars;
    }

    int length() {
        return length;
    }

    private void cutEnd() {
        while (length > 0 && chars[length - 1] == PieceRules.SPACE) {
            length--;
        }
    }
}
