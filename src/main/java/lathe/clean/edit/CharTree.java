package lathe.clean.edit;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Strings in a tree by their UTF-16 units, its edges in one table of open addresses. Not changed once it is in use. */
final class CharTree {
    static final int ROOT = 0;

    /** A node above, a unit below, both plus one: 0 is an empty place. */
    private long[] edges = new long[1024];

    private int[] children = new int[1024];
    private int size;
    private final List<@Nullable String> values = new ArrayList<>();

    CharTree() {
        values.add(null);
    }

    /** Adds a string, unless it is there. */
    void add(String key, String value) {
        int node = ROOT;
        for (int i = 0; i < key.length(); i++) {
            int next = child(node, key.charAt(i));
            node = next < 0 ? grow(node, key.charAt(i)) : next;
        }
        if (values.get(node) == null) {
            values.set(node, value);
        }
    }

    private int grow(int node, char unit) {
        if (2 * ++size > edges.length) {
            long[] old = edges;
            int[] oldChildren = children;
            edges = new long[2 * old.length];
            children = new int[2 * old.length];
            for (int i = 0; i < old.length; i++) {
                if (old[i] != 0) {
                    put(old[i], oldChildren[i]);
                }
            }
        }
        values.add(null);
        put(edge(node, unit), values.size() - 1);
        return values.size() - 1;
    }

    private void put(long edge, int child) {
        int at = place(edge);
        edges[at] = edge;
        children[at] = child;
    }

    /** The node below by a unit, or -1. */
    int child(int node, char unit) {
        long edge = edge(node, unit);
        int at = place(edge);
        return edges[at] == edge ? children[at] : -1;
    }

    /** What stands for the string that ends at a node; null if none does. */
    @Nullable
    String value(int node) {
        return values.get(node);
    }

    /** Where the longest string ends that begins at a place, or -1. */
    int longest(String text, int from, int to) {
        int node = ROOT;
        int end = -1;
        for (int i = from; i < to; i++) {
            node = child(node, text.charAt(i));
            if (node < 0) {
                break;
            }
            if (values.get(node) != null) {
                end = i + 1;
            }
        }
        return end;
    }

    /** What stands for a string that is in the tree. */
    @Nullable
    String get(String text, int from, int to) {
        int node = ROOT;
        for (int i = from; i < to && node >= 0; i++) {
            node = child(node, text.charAt(i));
        }
        return node < 0 ? null : values.get(node);
    }

    private static long edge(int node, char unit) {
        return ((long) (node + 1) << 16) | unit;
    }

    private int place(long edge) {
        int mask = edges.length - 1;
        int at = (int) ((edge * 0x9E3779B97F4A7C15L) >>> 32) & mask;
        while (edges[at] != 0 && edges[at] != edge) {
            at = (at + 1) & mask;
        }
        return at;
    }
}
