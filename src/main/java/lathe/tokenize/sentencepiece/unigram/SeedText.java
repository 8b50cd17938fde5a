package lathe.tokenize.sentencepiece.unigram;

import java.io.IOException;
import java.util.Arrays;
import java.util.TreeMap;
import lathe.tokenize.sentencepiece.Alphabet;
import lathe.tokenize.sentencepiece.PieceRules;
import lathe.tokenize.sentencepiece.SpCorpus;
import lathe.tokenize.sentencepiece.SpCounts;

/**
 * All different parts of a corpus in one array, each followed by the character after it and by a number of its own: a
 * negative one, from which its count is found. Characters are numbered in the order of their code points.
 */
final class SeedText {
    private int[] text = new int[1 << 16];
    private int length;
    private long[] counts = new long[1 << 12];
    private int parts;
    private int[] codePoints = {};

    /** The text of counted parts; characters without a token are all one. */
    SeedText(SpCounts counted, Alphabet alphabet) throws IOException {
        TreeMap<Integer, Integer> numbers = new TreeMap<>();
        numbers.put((int) SpCorpus.LINE_END, 0);
        numbers.put((int) PieceRules.UNKNOWN, 0);
        for (int id = 0; id < alphabet.size(); id++) {
            numbers.put(alphabet.character(id), 0);
        }
        codePoints = numbers.keySet().stream().mapToInt(Integer::intValue).toArray();
        for (int i = 0; i < codePoints.length; i++) {
            numbers.put(codePoints[i], i);
        }
        int unknown = numbers.getOrDefault((int) PieceRules.UNKNOWN, 0);
        counted.forEach((chars, from, n, count) -> {
            for (int i = from; i < from + n; ) {
                int c = Character.codePointAt(chars, i, from + n);
                append(numbers.getOrDefault(c, unknown));
                i += Character.charCount(c);
            }
            append(-1 - parts);
            if (parts == counts.length) {
                counts = Arrays.copyOf(counts, 2 * parts);
            }
            counts[parts++] = count;
        });
    }

    private void append(int value) {
        if (length == text.length) {
            text = Arrays.copyOf(text, (int) Math.min(Integer.MAX_VALUE - 8L, 2L * length));
        }
        text[length++] = value;
    }

    int at(int place) {
        return text[place];
    }

    /** Number of different characters. */
    int characters() {
        return codePoints.length;
    }

    int codePoint(int character) {
        return codePoints[character];
    }

    /** How often the part occurs in which a place lies. */
    long count(int place) {
        int at = place;
        while (text[at] >= 0) {
            at++;
        }
        return counts[-1 - text[at]];
    }

    /** For each character, the places where a piece of two and more characters may begin with it. */
    int[][] places() {
        int[] counted = new int[codePoints.length];
        forEachBegin(place -> counted[text[place]]++);
        int[][] places = new int[codePoints.length][];
        for (int c = 0; c < places.length; c++) {
            places[c] = new int[counted[c]];
        }
        Arrays.fill(counted, 0);
        forEachBegin(place -> places[text[place]][counted[text[place]]++] = place);
        return places;
    }

    private interface Place {
        void at(int place);
    }

    /** The last character of a part begins no piece, nor does the one after it. */
    private void forEachBegin(Place each) {
        for (int i = 0; i + 3 < length; i++) {
            if (text[i] >= 0 && text[i + 1] >= 0 && text[i + 2] >= 0) {
                each.at(i);
            }
        }
    }
}
