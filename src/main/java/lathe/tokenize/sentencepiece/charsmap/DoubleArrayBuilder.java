package lathe.tokenize.sentencepiece.charsmap;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A trie over bytes in the layout that Darts-clone reads (Yata; after Aoe 1989). The children of a node lie at
 * {@code base ^ label}; a unit holds its label, whether its node ends a key, and {@code position ^ base}. Equal
 * subtrees are kept once, without which the rules of NFKC would be ten times as large.
 */
final class DoubleArrayBuilder {
    private static final int BLOCK = 256;
    private static final int VALUE = 1 << 31;
    private static final int ENDS_KEY = 1 << 8;
    private static final int OFFSET_SHIFT = 10;
    private static final int OFFSET_LIMIT = 1 << 21;

    private final List<byte[]> keys = new ArrayList<>();
    private final List<Integer> values = new ArrayList<>();
    private final Map<List<Integer>, Integer> known = new HashMap<>();
    /** Of each node: label, then child or value, again and again. A value has label 0 and comes first. */
    private final List<int[]> nodes = new ArrayList<>();

    private int[] units = new int[BLOCK];
    private final BitSet taken = new BitSet();
    private final BitSet bases = new BitSet();

    /** Adds a key, which holds no zero byte and was not there; in any order. */
    void add(byte[] key, int value) {
        keys.add(key);
        values.add(value);
    }

    /** The units. */
    int[] build() {
        Integer[] order = new Integer[keys.size()];
        Arrays.setAll(order, i -> i);
        Arrays.sort(order, (a, b) -> Arrays.compareUnsigned(keys.get(a), keys.get(b)));
        int root = node(order, 0, order.length, 0);
        taken.set(0);
        bases.set(0);
        int[] base = place();
        for (int n = 0; n < nodes.size(); n++) {
            fill(nodes.get(n), base[n], base);
        }
        units[0] = unit(0, 0, root, base);
        return withoutFalseLabels();
    }

    private int node(Integer[] order, int from, int to, int depth) {
        List<Integer> children = new ArrayList<>();
        int at = from;
        if (keys.get(order[at]).length == depth) {
            children.add(0);
            children.add(values.get(order[at++]));
        }
        while (at < to) {
            int label = keys.get(order[at])[depth];
            int end = at;
            while (end < to && keys.get(order[end])[depth] == label) {
                end++;
            }
            children.add(label & 0xff);
            children.add(node(order, at, end, depth + 1));
            at = end;
        }
        return known.computeIfAbsent(children, some -> {
            nodes.add(some.stream().mapToInt(Integer::intValue).toArray());
            return nodes.size() - 1;
        });
    }

    private int[] place() {
        int[] base = new int[nodes.size()];
        for (int n = 0; n < base.length; n++) {
            int[] node = nodes.get(n);
            int at = taken.nextClearBit(0);
            while (!fits(node, at ^ node[0])) {
                at = taken.nextClearBit(at + 1);
            }
            base[n] = at ^ node[0];
            bases.set(base[n]);
            for (int i = 0; i < node.length; i += 2) {
                taken.set(base[n] ^ node[i]);
            }
        }
        units = new int[(bases.length() / BLOCK + 1) * BLOCK];
        return base;
    }

    private boolean fits(int[] node, int base) {
        if (bases.get(base)) {
            return false;
        }
        for (int i = 0; i < node.length; i += 2) {
            if (taken.get(base ^ node[i])) {
                return false;
            }
        }
        return true;
    }

    private void fill(int[] node, int ownBase, int[] base) {
        for (int i = 0; i < node.length; i += 2) {
            int position = ownBase ^ node[i];
            units[position] = node[i] == 0 ? node[i + 1] | VALUE : unit(position, node[i], node[i + 1], base);
        }
    }

    private int unit(int position, int label, int child, int[] base) {
        int offset = position ^ base[child];
        if (offset >= OFFSET_LIMIT) {
            throw new IllegalStateException("too many rules for this layout");
        }
        return offset << OFFSET_SHIFT | (nodes.get(child)[0] == 0 ? ENDS_KEY : 0) | label;
    }

    /** Gives units that nobody owns a label that no byte has: a zero byte in a text must not find them. */
    private int[] withoutFalseLabels() {
        for (int at = taken.nextClearBit(0); at < units.length; at = taken.nextClearBit(at + 1)) {
            units[at] = VALUE;
        }
        return units;
    }
}
