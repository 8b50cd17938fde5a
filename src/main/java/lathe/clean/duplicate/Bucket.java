package lathe.clean.duplicate;

import lathe.clean.rule.Duplicates;

/**
 * The records that share a key, one after another in their order: each is compared with those before it that it is not
 * connected with yet.
 *
 * <p>Only so many are compared with: up to 256 records of a key all pairs count. Beyond that, a record that is the same
 * as one of them needs no place of its own, and one that is new takes the place of an old one that nothing was the same
 * as lately (the clock of page replacement; Corbató 1969). So a key that a million copies share costs a million
 * comparisons, and one that a million different texts share, 256 million at most.
 */
final class Bucket {
    static final int MOST = 256;

    private final Duplicates rule;
    private final KeyRows rows;
    private final Components components;
    private final int[] members = new int[MOST];
    private final boolean[] used = new boolean[MOST];
    private final long[] row;
    private final long[] other;
    private int size;
    private int hand;

    Bucket(Duplicates rule, KeyRows rows, Components components) {
        this.rule = rule;
        this.rows = rows;
        this.components = components;
        row = new long[rule.keys() + rule.signature()];
        other = new long[row.length];
    }

    /** Another key begins. */
    void clear() {
        size = 0;
        hand = 0;
    }

    /** The next record with the key. */
    void add(int record) {
        boolean known = rule.signature() == 0 ? joinFirst(record) : compare(record);
        if (size < MOST) {
            put(size++, record);
        } else if (!known) {
            put(unused(), record);
        }
    }

    private void put(int place, int record) {
        members[place] = record;
        used[place] = false;
    }

    /** The next place whose member was not used since the hand passed it last. */
    private int unused() {
        while (used[hand]) {
            used[hand] = false;
            hand = (hand + 1) % MOST;
        }
        int found = hand;
        hand = (hand + 1) % MOST;
        return found;
    }

    /** Where keys decide, all are the same as the first. */
    private boolean joinFirst(int record) {
        if (size > 0) {
            components.join(record, members[0]);
        }
        return size > 0;
    }

    /** Whether the record is now connected with one that it was compared with. */
    private boolean compare(int record) {
        boolean read = false;
        boolean known = false;
        for (int i = 0; i < size; i++) {
            boolean connected = components.root(members[i]) == components.root(record);
            if (!connected) {
                if (!read) {
                    rows.read(record, row);
                    read = true;
                }
                connected = joinIfSame(record, members[i]);
            }
            used[i] |= connected;
            known |= connected;
        }
        return known;
    }

    private boolean joinIfSame(int record, int member) {
        rows.read(member, other);
        boolean same = rule.same(other, 0, row, 0);
        if (same) {
            components.join(record, member);
        }
        return same;
    }
}
