package lathe.clean.duplicate;

import java.util.BitSet;

/** The units of a text that stand in test items too. */
final class Overlap {
    private final BitSet covered = new BitSet();
    private final int units;
    private int item = NgramIndex.NONE;
    private int itemStart = Integer.MAX_VALUE;

    Overlap(int units) {
        this.units = units;
    }

    /** Notes units that an item has; nothing for {@link NgramIndex#NONE}. */
    void cover(int from, int to, int ofItem) {
        if (ofItem == NgramIndex.NONE) {
            return;
        }
        covered.set(from, to);
        if (from < itemStart) {
            itemStart = from;
            item = ofItem;
        }
    }

    /** The first unit of the first stretch from a unit on; -1 if there is none. */
    int start(int from) {
        return covered.nextSetBit(from);
    }

    /** Behind the last unit of the stretch that holds a unit. */
    int end(int start) {
        return covered.nextClearBit(start);
    }

    /** Stretches without a gap. */
    int hits() {
        int hits = 0;
        for (int at = start(0); at >= 0; at = start(end(at))) {
            hits++;
        }
        return hits;
    }

    /** The share of units that are covered; 0 for a text without units. */
    double coverage() {
        return units == 0 ? 0 : (double) covered.cardinality() / units;
    }

    /** The item that is met first, or {@link NgramIndex#NONE}. */
    int item() {
        return item;
    }
}
