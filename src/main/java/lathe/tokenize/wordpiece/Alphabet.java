package lathe.tokenize.wordpiece;

import java.io.IOException;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import lathe.tokenize.bpe.BpeWords;
import lathe.tokenize.train.SharedCounts;
import lathe.tokenize.train.Vocabulary;
import org.jspecify.annotations.Nullable;

/** The characters that words are made of, at their beginning and inside. Others are left out of words. */
final class Alphabet implements BpeWords.Writer {
    /** Marks a token that does not begin a word. */
    static final String PREFIX = "##";

    private static final int NONE = -1;
    private static final int CODE_POINTS = Character.MAX_CODE_POINT + 1;

    private final BitSet kept;
    private final BitSet inside = new BitSet();
    private final int[] beginning = new int[CODE_POINTS];
    private final int[] following = new int[CODE_POINTS];

    private Alphabet(BitSet kept) {
        this.kept = kept;
    }

    /**
     * The alphabet of counted words.
     *
     * @param always characters that belong to it in any case
     * @param limit most characters that may; of equally frequent ones the smaller code point stays
     */
    static Alphabet of(SharedCounts words, List<String> always, @Nullable Integer limit) throws IOException {
        Map<Integer, Long> counts = new HashMap<>();
        words.forEach((text, from, length, times) -> {
            for (int at = from; at < from + length; at += Character.charCount(Character.codePointAt(text, at))) {
                counts.merge(Character.codePointAt(text, at), times, Long::sum);
            }
        });
        always.stream().flatMapToInt(String::codePoints).forEach(c -> counts.put(c, Long.MAX_VALUE));
        List<Integer> ranked = new ArrayList<>(counts.keySet());
        Comparator<Integer> byCount = Comparator.comparingLong(c -> -counts.getOrDefault(c, 0L));
        ranked.sort(byCount.thenComparing(Comparator.naturalOrder()));
        BitSet kept = new BitSet();
        ranked.stream().limit(limit == null ? CODE_POINTS : limit).forEach(kept::set);
        Alphabet alphabet = new Alphabet(kept);
        words.forEach((text, from, length, times) -> alphabet.noteInside(text, from, length));
        return alphabet;
    }

    private void noteInside(char[] text, int from, int length) {
        for (int at = from; at < from + length; ) {
            int c = Character.codePointAt(text, at);
            if (at > from && kept.get(c)) {
                inside.set(c);
            }
            at += Character.charCount(c);
        }
    }

    /** Number of tokens that the characters need. */
    int size() {
        return kept.cardinality() + inside.cardinality();
    }

    /** Gives the characters their tokens, ordered by code point: first all, then those inside of words. */
    void addTo(Vocabulary vocabulary) {
        java.util.Arrays.fill(beginning, NONE);
        java.util.Arrays.fill(following, NONE);
        each(kept).forEach(c -> beginning[c] = vocabulary.add(Character.toString(c)));
        each(inside).forEach(c -> following[c] = vocabulary.add(PREFIX + Character.toString(c)));
    }

    private static IntStream each(BitSet characters) {
        return characters.stream();
    }

    @Override
    public int length(char[] text, int from, int length) {
        int kinds = 0;
        for (int at = from; at < from + length; ) {
            int c = Character.codePointAt(text, at);
            kinds += kept.get(c) ? 1 : 0;
            at += Character.charCount(c);
        }
        return kinds;
    }

    @Override
    public int write(char[] text, int from, int length, int[] into, int at) {
        int to = at;
        for (int i = from; i < from + length; ) {
            int c = Character.codePointAt(text, i);
            if (kept.get(c)) {
                into[to++] = i == from ? beginning[c] : following[c];
            }
            i += Character.charCount(c);
        }
        return to;
    }
}
