package lathe.clean.engine;

import lathe.clean.duplicate.KeyRows;
import lathe.clean.rule.Duplicates;

/**
 * The rows of keys of one duplicate rule, out of everything that was measured.
 *
 * @param number of the rule among the duplicate rules
 */
record MeasuredRows(Measurements measured, Duplicates rule, int number) implements KeyRows {

    @Override
    public int records() {
        return measured.size();
    }

    @Override
    public boolean isComparable(int record) {
        return measured.key(number, record, 0) == 1;
    }

    @Override
    public long get(int record, int column) {
        return measured.key(number, record, 1 + column);
    }

    @Override
    public void read(int record, long[] into) {
        for (int column = 0; column < rule.keys() + rule.signature(); column++) {
            into[column] = get(record, column);
        }
    }
}
