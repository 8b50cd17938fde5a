package lathe.ingest.format.parquet;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.NullNode;

/** The entries of one column in a range of rows, one after another. */
final class Entries {
    private final Column column;
    private final Slice slice;
    private final Budget budget;
    private int nextPage;
    private Page.Open page;
    private int left;
    private boolean ahead;
    private int repetition;
    private int definition;
    private boolean faulty;

    Entries(Column column, Slice slice, Budget budget) throws BadParquetException {
        this.column = column;
        this.slice = slice;
        this.budget = budget;
        page = slice.pages().get(nextPage++).open();
        left = page.entries();
        if (column.isFlat()) {
            passRows(slice.skip());
        } else {
            passNested(slice.skip());
        }
    }

    /** Where each row is one entry, nothing need be looked at. */
    private void passRows(int rows) throws BadParquetException {
        Rle definitions = page.definitions();
        left -= rows;
        page.values().skip(definitions == null ? rows : definitions.count(rows, column.definitions()));
    }

    /** Passes over the end of an earlier row, then over whole rows. */
    private void passNested(int rows) throws BadParquetException {
        int starts = 0;
        while (look()) {
            starts += repetition == 0 ? 1 : 0;
            if (starts > rows) {
                return;
            }
            drop();
        }
    }

    /** Level of the list that the next entry belongs to; 0 if it begins a row, or is none. */
    int repetition() throws BadParquetException {
        return look() ? repetition : 0;
    }

    /** How much of the path of the next entry is there. */
    int definition() throws BadParquetException {
        return look() ? definition : 0;
    }

    /** The next entry's value, or null. */
    JsonNode take() throws BadParquetException {
        if (!step()) {
            budget.spend();
            return NullNode.getInstance();
        }
        JsonNode value = page.values().next();
        budget.spend(value);
        faulty |= Strings.isFaulty(value);
        return value;
    }

    /** Passes over the next entry; whether it had a value, which is not passed over. */
    private boolean step() throws BadParquetException {
        if (!look()) {
            throw new BadParquetException("column " + column.path() + " ends early");
        }
        ahead = false;
        return definition == column.definitions();
    }

    /** Passes over the next entry and its value. */
    void pass() throws BadParquetException {
        budget.spend();
        drop();
    }

    private void drop() throws BadParquetException {
        if (step()) {
            page.values().skip(1);
        }
    }

    /** Whether a value was wrong since this was asked last. */
    boolean wasFaulty() {
        boolean was = faulty;
        faulty = false;
        return was;
    }

    /** A row must end in all columns at once. */
    void checkRowEnds() throws BadParquetException {
        if (!column.isFlat() && repetition() != 0) {
            throw new BadParquetException("column " + column.path() + " has more in this row than the others");
        }
    }

    private boolean look() throws BadParquetException {
        if (ahead) {
            return true;
        }
        while (left == 0) {
            if (nextPage == slice.pages().size()) {
                return false;
            }
            page = slice.pages().get(nextPage++).open();
            left = page.entries();
        }
        left--;
        ahead = true;
        repetition = page.repetitions() == null ? 0 : page.repetitions().next();
        definition = page.definitions() == null
                ? column.definitions()
                : page.definitions().next();
        return true;
    }
}
