package lathe.clean.statistic;

import lathe.text.Characters;
import lathe.text.Hashes;
import lathe.text.Spans;

/**
 * The parts (words, lines) into which another tool cuts a text: hashes of their characters, and lengths in code points.
 */
final class Parts {
    private final String text;
    private final Spans spans;
    private final long[] hashes;
    private final int[] lengths;
    private final long[] powers;
    private final int[] kinds;
    private int characters;

    /** Parts of a text, which may be another form of the record's. */
    Parts(String text, Spans spans) {
        this.text = text;
        this.spans = spans;
        hashes = new long[spans.size()];
        lengths = new int[spans.size()];
        powers = new long[spans.size()];
        kinds = new int[spans.size()];
        // an array: a string's charAt asks for its bounds and its form each time
        char[] chars = text.toCharArray();
        for (int i = 0; i < spans.size(); i++) {
            fill(i, chars);
        }
    }

    private void fill(int part, char[] chars) {
        int to = spans.to(part);
        long hash = Hashes.EMPTY;
        long power = 1;
        int kind = 0;
        int length = 0;
        for (int at = spans.from(part); at < to; at++) {
            int c = chars[at];
            if (Character.isHighSurrogate((char) c) && at + 1 < to && Character.isLowSurrogate(chars[at + 1])) {
                c = Character.toCodePoint((char) c, chars[++at]);
            }
            hash = Hashes.append(hash, c);
            power *= Hashes.BASE;
            kind |= Characters.of(c);
            length++;
        }
        hashes[part] = hash;
        powers[part] = power;
        kinds[part] = kind;
        lengths[part] = length;
        characters += length;
    }

    String text() {
        return text;
    }

    Spans spans() {
        return spans;
    }

    int size() {
        return hashes.length;
    }

    /** Code points of a part. */
    int length(int part) {
        return lengths[part];
    }

    /** Code points of all parts. */
    int characters() {
        return characters;
    }

    /** Parts with a letter. */
    int withLetter() {
        int with = 0;
        for (int kind : kinds) {
            with += kind & Characters.LETTER;
        }
        return with;
    }

    /** A hash of a part. */
    long hash(int part) {
        return Hashes.mix(hashes[part]);
    }

    /** Hash of some parts put together without anything between them. */
    long joined(int from, int to) {
        long hash = Hashes.EMPTY;
        for (int i = from; i < to; i++) {
            hash = Hashes.concat(hash, hashes[i], powers[i]);
        }
        return Hashes.mix(hash);
    }

    /** Code points of some parts. */
    int length(int from, int to) {
        int sum = 0;
        for (int i = from; i < to; i++) {
            sum += lengths[i];
        }
        return sum;
    }

    /** Hashes of all runs of n parts, as sequences. */
    long[] grams(int n) {
        long[] keys = new long[Math.max(0, size() - n + 1)];
        long[] entered = new long[n];
        long leaving = 1;
        for (int i = 0; i < n; i++) {
            leaving *= Hashes.BASE;
        }
        long key = 0;
        for (int i = 0, slot = 0; i < size() && keys.length > 0; i++) {
            long hash = hash(i);
            key = key * Hashes.BASE + hash - entered[slot] * leaving;
            entered[slot] = hash;
            slot = slot + 1 == n ? 0 : slot + 1;
            if (i + 1 >= n) {
                keys[i + 1 - n] = key;
            }
        }
        return keys;
    }

    /** The most frequent run of n parts; of several, the one that comes first. */
    Top top(int n) {
        long[] keys = grams(n);
        GramTable table = GramTable.empty(keys.length);
        for (long key : keys) {
            table.add(key);
        }
        int place = -1;
        int most = 0;
        for (int i = 0; i < keys.length; i++) {
            int count = table.count(keys[i]);
            if (count > most) {
                most = count;
                place = i;
            }
        }
        return new Top(place, most);
    }

    /**
     * A most frequent run.
     *
     * @param place its first occurrence; -1 where there is no run
     * @param count its occurrences
     */
    record Top(int place, int count) {}
}
