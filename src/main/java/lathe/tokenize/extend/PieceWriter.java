package lathe.tokenize.extend;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import lathe.tokenize.bpe.BpeWords;
import lathe.tokenize.bpe.MergeTable;

/**
 * Writes pieces as the tokens that a tokenizer gives them: characters, or the bytes of those it lacks, merged by its
 * merges. Characters that it can write in no way are left out.
 */
final class PieceWriter implements BpeWords.Writer {
    private final BaseTokenizer base;
    private final Map<Integer, Integer> idOfCharacter = new HashMap<>();
    private final MergeTable merges = new MergeTable();
    private final boolean byteFallback;
    private int[] scratch = new int[64];

    PieceWriter(BaseTokenizer base) {
        this.base = base;
        byteFallback = base.hasByteFallback();
        for (List<String> merge : base.merges()) {
            add(base.id(merge.get(0)), base.id(merge.get(1)), base.id(merge.get(0) + merge.get(1)));
        }
    }

    /** Adds a merge after all others. */
    void add(int left, int right, int id) {
        merges.add(left, right, id);
    }

    /** From now on notes which merges are applied, by their place in the list. */
    BitSet noteMerges() {
        return merges.note();
    }

    /** Gives a character a token. */
    void add(int character, int id) {
        idOfCharacter.put(character, id);
    }

    /** Whether a character has a token of its own. */
    boolean has(int character) {
        return idOf(character) >= 0;
    }

    @Override
    public int length(char[] text, int from, int length) {
        if (base.ignoresMerges()) {
            int whole = base.id(new String(text, from, length));
            if (whole >= 0) {
                scratch[0] = whole;
                return 1;
            }
        }
        if (4 * length > scratch.length) {
            scratch = new int[8 * length];
        }
        int symbols = 0;
        for (int at = from; at < from + length; ) {
            int c = Character.codePointAt(text, at);
            symbols = character(c, symbols);
            at += Character.charCount(c);
        }
        return merges.apply(scratch, 0, symbols);
    }

    @Override
    public int write(char[] text, int from, int length, int[] into, int at) {
        int tokens = length(text, from, length);
        System.arraycopy(scratch, 0, into, at, tokens);
        return at + tokens;
    }

    /** The tokens of a piece. */
    int[] tokens(char[] text, int from, int length) {
        int tokens = length(text, from, length); // may make another scratch
        return Arrays.copyOf(scratch, tokens);
    }

    private int character(int c, int symbols) {
        int id = idOf(c);
        if (id >= 0) {
            scratch[symbols] = id;
            return symbols + 1;
        }
        return byteFallback ? bytes(c, symbols) : symbols;
    }

    private int bytes(int c, int symbols) {
        List<Integer> ids = new ArrayList<>();
        for (byte value : Character.toString(c).getBytes(StandardCharsets.UTF_8)) {
            ids.add(base.id(byteToken(value)));
        }
        if (ids.contains(-1)) {
            return symbols;
        }
        int to = symbols;
        for (int id : ids) {
            scratch[to++] = id;
        }
        return to;
    }

    /** How SentencePiece writes a byte. */
    static String byteToken(byte value) {
        return String.format(Locale.ROOT, "<0x%02X>", value & 0xff);
    }

    private int idOf(int c) {
        return idOfCharacter.computeIfAbsent(c, character -> base.id(Character.toString(character)));
    }
}
