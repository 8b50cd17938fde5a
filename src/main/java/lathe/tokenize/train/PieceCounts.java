package lathe.tokenize.train;

import java.util.Arrays;

/** How often each piece of text occurs: a hash table over one array of chars, without an object per piece. */
public final class PieceCounts {
    /** Takes each piece with its count. */
    public interface Each {
        void piece(char[] text, int start, int length, long count);
    }

    private char[] arena = new char[1 << 16];
    private int used;
    private int[] start = new int[1 << 12];
    private int[] length = new int[1 << 12];
    private int[] hash = new int[1 << 12];
    private long[] count = new long[1 << 12];
    private int size;

    /** Counts a range of a text. */
    public void add(String text, int from, int to) {
        int h = 1;
        for (int i = from; i < to; i++) {
            h = 31 * h + text.charAt(i);
        }
        int slot = first(h);
        while (count[slot] != 0 && !(hash[slot] == h && isAt(slot, text, from, to))) {
            slot = (slot + 1) & (count.length - 1);
        }
        if (count[slot] == 0) {
            slot = insert(slot, h, store(text, from, to), to - from);
        }
        count[slot]++;
    }

    /** Adds all of another table. */
    public void addAll(PieceCounts other) {
        other.forEach((text, from, n, times) -> {
            String piece = new String(text, from, n);
            add(piece, 0, n);
            count[find(piece)] += times - 1;
        });
    }

    /** Number of different pieces. */
    public int size() {
        return size;
    }

    /** All pieces, in no order that means anything. */
    public void forEach(Each each) {
        for (int slot = 0; slot < count.length; slot++) {
            if (count[slot] != 0) {
                each.piece(arena, start[slot], length[slot], count[slot]);
            }
        }
    }

    private int find(String piece) {
        int h = 1;
        for (int i = 0; i < piece.length(); i++) {
            h = 31 * h + piece.charAt(i);
        }
        int slot = first(h);
        while (hash[slot] != h || !isAt(slot, piece, 0, piece.length())) {
            slot = (slot + 1) & (count.length - 1);
        }
        return slot;
    }

    private int first(int h) {
        return (h * 0x9E3779B9) >>> (Integer.SIZE - Integer.numberOfTrailingZeros(count.length));
    }

    private boolean isAt(int slot, String text, int from, int to) {
        if (length[slot] != to - from) {
            return false;
        }
        for (int i = from, j = start[slot]; i < to; i++, j++) {
            if (arena[j] != text.charAt(i)) {
                return false;
            }
        }
        return true;
    }

    private int store(String text, int from, int to) {
        int place = used;
        used = Math.addExact(used, to - from);
        if (used > arena.length) {
            arena = Arrays.copyOf(arena, Math.max(used, (int) Math.min(Integer.MAX_VALUE - 8L, 2L * arena.length)));
        }
        text.getChars(from, to, arena, place);
        return place;
    }

    private int insert(int free, int h, int place, int n) {
        int slot = free;
        if (2 * ++size > count.length) {
            grow();
            slot = first(h);
            while (count[slot] != 0) {
                slot = (slot + 1) & (count.length - 1);
            }
        }
        start[slot] = place;
        length[slot] = n;
        hash[slot] = h;
        return slot;
    }

    private void grow() {
        int[] oldStart = start;
        int[] oldLength = length;
        int[] oldHash = hash;
        long[] oldCount = count;
        start = new int[2 * oldStart.length];
        length = new int[start.length];
        hash = new int[start.length];
        count = new long[start.length];
        for (int i = 0; i < oldCount.length; i++) {
            if (oldCount[i] != 0) {
                int slot = first(oldHash[i]);
                while (count[slot] != 0) {
                    slot = (slot + 1) & (count.length - 1);
                }
                start[slot] = oldStart[i];
                length[slot] = oldLength[i];
                hash[slot] = oldHash[i];
                count[slot] = oldCount[i];
            }
        }
    }
}
