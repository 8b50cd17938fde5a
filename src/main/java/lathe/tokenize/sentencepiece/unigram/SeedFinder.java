package lathe.tokenize.sentencepiece.unigram;

import java.util.ArrayList;
import java.util.List;
import lathe.tokenize.sentencepiece.PieceRules;

/**
 * Finds what occurs more than once: the intervals of places with a common beginning (Abouelhoda, Kurtz and Ohlebusch
 * 2004). As in SentencePiece 0.2.3, which looks at bytes, a text counts only where the first bytes of the characters
 * after it differ.
 *
 * <p>Where lines do not begin alike, because none gets a space at its start, SentencePiece counts what ends lines
 * twice; that is not followed.
 */
final class SeedFinder {
    private final SeedText text;
    private final PieceRules rules;
    private final SuffixSort sort;
    private final int depth;

    SeedFinder(SeedText text, PieceRules rules) {
        this.text = text;
        this.rules = rules;
        depth = rules.maxLength() + 1;
        sort = new SuffixSort(text, depth);
    }

    /** What may be a piece, where it stands in the text, and how often it occurs. */
    record Seed(int place, int length, long count) {
        /** How much text it covers, as the reference rounds it. */
        float score() {
            return (float) count * length;
        }
    }

    /** The seeds that begin with one character, of which all places are given. */
    List<Seed> find(int[] places) {
        sort.sort(places, 0, places.length, 1);
        long[] before = new long[places.length + 1];
        for (int i = 0; i < places.length; i++) {
            before[i + 1] = before[i] + text.count(places[i]);
        }
        List<Seed> found = new ArrayList<>();
        int[] open = new int[depth + 1];
        int[] common = new int[depth + 1];
        int top = 0;
        for (int i = 1; i <= places.length; i++) {
            int shared = i < places.length ? sort.common(places[i - 1], places[i]) : 0;
            int left = i - 1;
            while (top > 0 && common[top] > shared) {
                left = open[top];
                add(places, left, i, common[top], before, found);
                top--;
            }
            if (shared > 1 && (top == 0 || shared > common[top])) {
                top++;
                open[top] = left;
                common[top] = shared;
            }
        }
        return found;
    }

    private void add(int[] places, int left, int right, int length, long[] before, List<Seed> found) {
        if (length > rules.maxLength()) {
            return;
        }
        int after = text.at(places[left] + length);
        int last = text.at(places[right - 1] + length);
        if (after < 0 || firstByte(after) == firstByte(last)) {
            return;
        }
        int[] piece = new int[length];
        for (int i = 0; i < length; i++) {
            piece[i] = text.codePoint(text.at(places[left] + i));
        }
        if (rules.allow(piece, 0, length)) {
            found.add(new Seed(places[left], length, before[right] - before[left]));
        }
    }

    /** The first byte of a character in UTF-8. */
    private int firstByte(int character) {
        int c = text.codePoint(character);
        if (c < 0x80) {
            return c;
        }
        if (c < 0x800) {
            return 0xC0 | c >> 6;
        }
        return c < 0x10000 ? 0xE0 | c >> 12 : 0xF0 | c >> 18;
    }
}
