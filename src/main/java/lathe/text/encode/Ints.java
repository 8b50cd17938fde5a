package lathe.text.encode;

import java.util.Arrays;

/** A growing array of ints: what bulk encoding fills, without an object for each. */
public final class Ints {
    private int[] items;
    private int size;

    /** An empty array. */
    public Ints() {
        this(64);
    }

    /** An empty array with room for some. */
    public Ints(int room) {
        items = new int[Math.max(1, room)];
    }

    /** Adds one. */
    public void add(int item) {
        if (size == items.length) {
            grow(size + 1);
        }
        items[size++] = item;
    }

    /** Adds a part of an array. */
    public void add(int[] from, int start, int count) {
        if (size + count > items.length) {
            grow(size + count);
        }
        System.arraycopy(from, start, items, size, count);
        size += count;
    }

    private void grow(int least) {
        items = Arrays.copyOf(items, Math.max(least, items.length + (items.length >> 1) + 1));
    }

    /** The item at an index below the size. */
    public int get(int index) {
        return items[index];
    }

    /** Replaces the item at an index below the size. */
    public void set(int index, int item) {
        items[index] = item;
    }

    /** Number of items. */
    public int size() {
        return size;
    }

    /** Drops the items from an index on. */
    public void truncate(int newSize) {
        size = newSize;
    }

    /** Drops all items. */
    public void clear() {
        size = 0;
    }

    /** The array behind, valid up to {@link #size} until the next addition. */
    public int[] array() {
        return items;
    }

    /** A copy that is no longer than it must be. */
    public int[] toArray() {
        return Arrays.copyOf(items, size);
    }

    /** A copy of the items from an index on. */
    public int[] tail(int from) {
        return Arrays.copyOfRange(items, from, size);
    }
}
