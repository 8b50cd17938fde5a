package lathe.clean.rule;

import lathe.text.Characters;
import lathe.text.Hashes;
import lathe.text.Spans;

/** What distinguishes a text's words: 64-bit hashes of their small letters, lengths in code points, and kinds. */
public final class WordTable {
    private final long[] hashes;
    private final int[] lengths;
    private final byte[] kinds;
    private final int characters;

    private WordTable(long[] hashes, int[] lengths, byte[] kinds, int characters) {
        this.hashes = hashes;
        this.lengths = lengths;
        this.kinds = kinds;
        this.characters = characters;
    }

    static WordTable of(String text, Spans words) {
        int size = words.size();
        WordTable table = new WordTable(new long[size], new int[size], new byte[size], 0);
        int all = 0;
        for (int i = 0; i < size; i++) {
            all += table.fill(text, words.from(i), words.to(i), i);
        }
        return new WordTable(table.hashes, table.lengths, table.kinds, all);
    }

    private int fill(String text, int from, int to, int index) {
        long hash = Hashes.EMPTY;
        int kind = 0;
        int length = 0;
        for (int at = from; at < to; length++) {
            int c = text.charAt(at++);
            if (Character.isHighSurrogate((char) c) && at < to) {
                c = Character.toCodePoint((char) c, text.charAt(at++));
            }
            kind |= Characters.of(c);
            hash = Hashes.append(hash, Hashes.small(c));
        }
        hashes[index] = Hashes.mix(hash);
        lengths[index] = length;
        kinds[index] = (byte) kind;
        return length;
    }

    public int size() {
        return hashes.length;
    }

    /** {@link Hashes#word} of a word. */
    public long hash(int word) {
        return hashes[word];
    }

    /** Code points of a word. */
    public int length(int word) {
        return lengths[word];
    }

    /** The bits of {@link Characters} that some character of a word has. */
    public int kind(int word) {
        return kinds[word] & 0xFF;
    }

    /** Code points of all words. */
    public int characters() {
        return characters;
    }
}
