package lathe.text;

import java.util.Arrays;
import java.util.Collection;

/**
 * A set of strings as a trie over UTF-16 units, for walking through a text: the root's children stand in a table by
 * unit, all others in one open hash table of primitive arrays. Each entry has a value, 1 or more. Safe for several
 * threads once built.
 */
public final class EntryTrie {
    /** What {@link #child} gives where no entry goes on. */
    public static final int NONE = 0;

    private static final long MULTIPLIER = 0x9E3779B97F4A7C15L;

    private final int[] roots = new int[1 << 16];
    /** Whether an entry begins with a unit: small enough to stay near, as most units begin none. */
    private final long[] begins = new long[1 << 10];

    private long[] keys = new long[64];
    private int[] children = new int[64];
    private int[] values = new int[64];
    private int nodes = 1;
    private int edges;

    /** An empty trie. */
    public EntryTrie() {}

    /** A trie of entries as they are, each with the value 1; empty ones are left out. */
    public static EntryTrie of(Collection<String> entries) {
        EntryTrie trie = new EntryTrie();
        entries.forEach(entry -> trie.add(entry, 1));
        return trie;
    }

    /** Adds an entry, or changes its value; an empty one is left out. */
    public void add(String entry, int value) {
        if (entry.isEmpty()) {
            return;
        }
        int node = root(entry.charAt(0));
        for (int i = 1; i < entry.length(); i++) {
            node = grow(node, entry.charAt(i));
        }
        values[node] = value;
    }

    /** The node of entries that begin with a unit, or {@link #NONE}. */
    public int first(char unit) {
        return (begins[unit >>> 6] & (1L << unit)) == 0 ? NONE : roots[unit];
    }

    /** The node that follows another by a unit, or {@link #NONE}. */
    public int child(int node, char unit) {
        long key = key(node, unit);
        for (int slot = slot(key); ; slot = (slot + 1) & (keys.length - 1)) {
            if (keys[slot] == key) {
                return children[slot];
            }
            if (keys[slot] == 0) {
                return NONE;
            }
        }
    }

    /** The value of the entry that ends at a node; 0 where none ends. */
    public int value(int node) {
        return values[node];
    }

    /** End of the longest entry that begins at a place of a text, compared unit by unit; -1 for none. */
    public int longest(CharSequence text, int from) {
        int end = -1;
        int at = from;
        int node = from < text.length() ? first(text.charAt(from)) : NONE;
        while (node != NONE) {
            at++;
            end = values[node] > 0 ? at : end;
            node = at < text.length() ? child(node, text.charAt(at)) : NONE;
        }
        return end;
    }

    private int root(char unit) {
        if (roots[unit] == NONE) {
            roots[unit] = node();
            begins[unit >>> 6] |= 1L << unit;
        }
        return roots[unit];
    }

    private int grow(int node, char unit) {
        int known = child(node, unit);
        if (known != NONE) {
            return known;
        }
        if (2 * ++edges > keys.length) {
            widen();
        }
        int fresh = node();
        put(key(node, unit), fresh);
        return fresh;
    }

    private int node() {
        if (nodes == values.length) {
            values = Arrays.copyOf(values, 2 * nodes);
        }
        return nodes++;
    }

    private void widen() {
        long[] oldKeys = keys;
        int[] oldChildren = children;
        keys = new long[2 * oldKeys.length];
        children = new int[keys.length];
        for (int i = 0; i < oldKeys.length; i++) {
            if (oldKeys[i] != 0) {
                put(oldKeys[i], oldChildren[i]);
            }
        }
    }

    private void put(long key, int child) {
        int slot = slot(key);
        while (keys[slot] != 0) {
            slot = (slot + 1) & (keys.length - 1);
        }
        keys[slot] = key;
        children[slot] = child;
    }

    /** Never 0, as nodes begin at 1. */
    private static long key(int node, char unit) {
        return ((long) node << 16) | unit;
    }

    private int slot(long key) {
        return (int) ((key * MULTIPLIER) >>> 32) & (keys.length - 1);
    }
}
