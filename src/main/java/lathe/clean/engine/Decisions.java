package lathe.clean.engine;

import java.util.Arrays;

/** What becomes of every record: for each the rule that takes it out, and for a duplicate the record that stays. */
public final class Decisions {
    /** Stands for no rule and no record. */
    public static final int NONE = -1;

    private final int[] rules;
    private final int[] survivors;

    Decisions(int size) {
        rules = new int[size];
        survivors = new int[size];
        Arrays.fill(rules, NONE);
        Arrays.fill(survivors, NONE);
    }

    void drop(int record, int rule, int survivor) {
        rules[record] = rule;
        survivors[record] = survivor;
    }

    /** How many records there are. */
    public int size() {
        return rules.length;
    }

    /** Place in the list of the rule that takes a record out; {@link #NONE} where it stays. */
    public int rule(int record) {
        return rules[record];
    }

    /** Whether a record stays. */
    public boolean keeps(int record) {
        return rules[record] == NONE;
    }

    /** The record that stays in place of a duplicate; {@link #NONE} for others. */
    public int survivor(int record) {
        return survivors[record];
    }
}
