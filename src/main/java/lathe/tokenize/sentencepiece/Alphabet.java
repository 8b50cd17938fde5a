package lathe.tokenize.sentencepiece;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/**
 * The characters that get a token: the most frequent ones until they cover the asked share of all text, as in
 * SentencePiece, whose shares are 32 bits wide.
 */
public final class Alphabet {
    private final List<Integer> characters = new ArrayList<>();
    private final Map<Integer, Integer> ids = new HashMap<>();
    private final List<Long> counts = new ArrayList<>();
    private final long unknown;

    private record Counted(int c, boolean required, long count) {}

    private Alphabet(List<Counted> sorted, float coverage) {
        long all = sorted.stream().mapToLong(Counted::count).sum();
        long covered = 0;
        List<Counted> kept = new ArrayList<>();
        long boundaries = 0;
        for (Counted one : sorted) {
            if ((float) (1.0 * covered / all) >= coverage) {
                break;
            }
            covered += one.count();
            if (one.c() == PieceRules.BOUNDARY) {
                boundaries = one.count();
            } else {
                kept.add(one);
            }
        }
        unknown = all - covered + boundaries;
        kept.sort(
                (a, b) -> a.count() != b.count() ? Long.compare(b.count(), a.count()) : Integer.compare(a.c(), b.c()));
        kept.forEach(one -> {
            ids.put(one.c(), characters.size());
            characters.add(one.c());
            counts.add(one.count());
        });
    }

    /**
     * The alphabet of counted parts.
     *
     * @param withNext whether each part is followed by a character that does not count
     */
    public static Alphabet of(SpCounts parts, boolean withNext, SpSettings settings) throws IOException {
        long[] usual = new long[Character.MIN_SUPPLEMENTARY_CODE_POINT];
        Map<Integer, long[]> counts = new HashMap<>();
        parts.forEach((text, start, length, count) -> {
            int end = withNext ? start + length - lastLength(text, start + length) : start + length;
            for (int i = start; i < end; i++) {
                if (Character.isHighSurrogate(text[i]) && i + 1 < end) {
                    int c = Character.codePointAt(text, i++, end);
                    counts.computeIfAbsent(c, key -> new long[1])[0] += count;
                } else {
                    usual[text[i]] += count;
                }
            }
        });
        parts.singles((c, count) -> usual[c] += count);
        for (int c = 0; c < usual.length; c++) {
            if (usual[c] > 0) {
                counts.put(c, new long[] {usual[c]});
            }
        }
        counts.remove(0);
        TreeSet<Integer> required = new TreeSet<>();
        settings.required().codePoints().forEach(required::add);
        required.forEach(c -> counts.computeIfAbsent(c, key -> new long[1]));
        List<Counted> sorted = new ArrayList<>();
        counts.forEach((c, count) -> sorted.add(new Counted(c, required.contains(c), count[0])));
        sorted.sort(Alphabet::compare);
        return new Alphabet(sorted, settings.coverage());
    }

    private static int compare(Counted a, Counted b) {
        if (a.required() != b.required()) {
            return a.required() ? -1 : 1;
        }
        return a.count() != b.count() ? Long.compare(b.count(), a.count()) : Integer.compare(a.c(), b.c());
    }

    private static int lastLength(char[] text, int end) {
        return Character.charCount(Character.codePointBefore(text, end));
    }

    /** Number of characters. */
    public int size() {
        return characters.size();
    }

    /** The characters, the most frequent first. */
    public int character(int id) {
        return characters.get(id);
    }

    /** How often a character occurs. */
    public long count(int id) {
        return counts.get(id);
    }

    /** The place of a character, or -1 if it has no token. */
    public int id(int c) {
        return ids.getOrDefault(c, -1);
    }

    /** How often a character without a token or a fixed piece stood in the text. */
    public long unknown() {
        return unknown;
    }
}
