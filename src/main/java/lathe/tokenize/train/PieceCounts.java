package lathe.tokenize.train;

import java.util.Arrays;

/**
 * How often each piece of text occurs: a hash table over one array of chars, without an object per piece. A piece's
 * count, hash and length stand before its chars, so that finding one is one look at memory.
 */
public final class PieceCounts {
    /** Takes each piece with its count. */
    public interface Each {
        void piece(char[] text, int start, int length, long count);
    }

    /** A count of four chars, a hash of two, a length of two. */
    private static final int HEAD = 8;

    private static final int HASH = 4;
    private static final int LENGTH = 6;
    private static final int LEAST = 1 << 8;

    private char[] arena = new char[1 << 12];
    private int used = 1;
    private int[] slots = new int[LEAST];
    private int size;

    /** Counts a range of a text. */
    public void add(String text, int from, int to) {
        add(text, from, to, hash(text, from, to));
    }

    /** The same for who knows its {@link #hash}. */
    void add(String text, int from, int to, int hash) {
        int slot = hash & (slots.length - 1);
        for (int at = slots[slot]; at != 0; at = slots[slot]) {
            if (number(at + HASH) == hash && isAt(at, text, from, to)) {
                count(at, count(at) + 1);
                return;
            }
            slot = (slot + 1) & (slots.length - 1);
        }
        int at = insert(slot, hash, to - from, 1);
        text.getChars(from, to, arena, at + HEAD);
    }

    /** Counts a range of chars as often as said. */
    public void add(char[] text, int from, int length, long times) {
        add(text, from, length, times, hash(text, from, length));
    }

    /** The same for who knows its {@link #hash}. */
    void add(char[] text, int from, int length, long times, int hash) {
        int slot = hash & (slots.length - 1);
        for (int at = slots[slot]; at != 0; at = slots[slot]) {
            if (number(at + HASH) == hash && isAt(at, text, from, length)) {
                count(at, count(at) + times);
                return;
            }
            slot = (slot + 1) & (slots.length - 1);
        }
        int at = insert(slot, hash, length, times);
        System.arraycopy(text, from, arena, at + HEAD, length);
    }

    /** Adds all of another table. */
    public void addAll(PieceCounts other) {
        other.forEach(this::add);
    }

    /** Number of different pieces. */
    public int size() {
        return size;
    }

    /** Memory that the table holds, in bytes. */
    public long bytes() {
        return 2L * arena.length + 4L * slots.length;
    }

    /** Chars that the pieces fill. */
    int used() {
        return used;
    }

    /** All pieces, in no order that means anything. */
    public void forEach(Each each) {
        for (int at = 1; at < used; at += HEAD + number(at + LENGTH)) {
            each.piece(arena, at + HEAD, number(at + LENGTH), count(at));
        }
    }

    /** Forgets all pieces and keeps the memory. */
    void clear() {
        Arrays.fill(slots, 0);
        used = 1;
        size = 0;
    }

    /** The hash of a range: its highest bits choose a part of a divided table, its lowest a slot. */
    static int hash(String text, int from, int to) {
        int h = 1;
        for (int i = from; i < to; i++) {
            h = 31 * h + text.charAt(i);
        }
        return spread(h);
    }

    static int hash(char[] text, int from, int length) {
        int h = 1;
        for (int i = from; i < from + length; i++) {
            h = 31 * h + text[i];
        }
        return spread(h);
    }

    private static int spread(int h) {
        int mixed = (h ^ (h >>> 15)) * 0x85EBCA6B;
        return mixed ^ (mixed >>> 13);
    }

    private boolean isAt(int at, String text, int from, int to) {
        if (number(at + LENGTH) != to - from) {
            return false;
        }
        for (int i = from, j = at + HEAD; i < to; i++, j++) {
            if (arena[j] != text.charAt(i)) {
                return false;
            }
        }
        return true;
    }

    private boolean isAt(int at, char[] text, int from, int length) {
        if (number(at + LENGTH) != length) {
            return false;
        }
        // pieces are short: a plain loop is faster than what Java has for long ranges
        for (int i = from, j = at + HEAD; i < from + length; i++, j++) {
            if (arena[j] != text[i]) {
                return false;
            }
        }
        return true;
    }

    private int insert(int free, int hash, int length, long times) {
        int at = used;
        used = Math.addExact(used, HEAD + length);
        if (used > arena.length) {
            arena = Arrays.copyOf(arena, (int) Math.min(Integer.MAX_VALUE - 8L, Math.max(used, 3L * arena.length / 2)));
        }
        count(at, times);
        number(at + HASH, hash);
        number(at + LENGTH, length);
        slots[free] = at;
        if (2 * ++size > slots.length) {
            growSlots();
        }
        return at;
    }

    private void growSlots() {
        slots = new int[2 * slots.length];
        for (int at = 1; at < used; at += HEAD + number(at + LENGTH)) {
            int slot = number(at + HASH) & (slots.length - 1);
            while (slots[slot] != 0) {
                slot = (slot + 1) & (slots.length - 1);
            }
            slots[slot] = at;
        }
    }

    private int number(int at) {
        return arena[at] << 16 | arena[at + 1];
    }

    private void number(int at, int value) {
        arena[at] = (char) (value >>> 16);
        arena[at + 1] = (char) value;
    }

    private long count(int at) {
        return (long) number(at) << 32 | (number(at + 2) & 0xFFFFFFFFL);
    }

    private void count(int at, long value) {
        number(at, (int) (value >>> 32));
        number(at + 2, (int) value);
    }
}
