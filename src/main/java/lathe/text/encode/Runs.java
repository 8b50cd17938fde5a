package lathe.text.encode;

import lathe.text.unicode.CharacterClass;

/** Runs of characters of one kind. */
final class Runs {
    private Runs() {}

    /** End of the run of characters whose bits among {@code mask} are {@code kind}. */
    static int sameKind(char[] text, int from, int end, int mask, int kind) {
        int at = from;
        while (at < end && (CharacterClass.at(text, at, end) & mask) == kind) {
            at += width(text, at, end);
        }
        return at;
    }

    /** Chars of the character at an index: 2 for a pair of surrogates. */
    static int width(char[] text, int at, int end) {
        return Character.isHighSurrogate(text[at]) && at + 1 < end ? 2 : 1;
    }
}
