package lathe.clean.edit;

import lathe.clean.rule.Changes;
import lathe.clean.rule.Edit;
import lathe.recipe.EditRules;

/**
 * Takes out tables: lines one after another with equally many columns, parted by tabs, by two blanks or more, or by
 * bars with a bar on both sides. Words with one space between them are no columns, and what is longer than a cell is
 * prose. Lines that are rules (+---+, |---|) belong to the table around them.
 */
record TablesEdit(int minColumns, int maxColumns, int minRows) implements Edit {
    private static final int LONGEST_CELL = 60;
    private static final int RULE = -1;

    static TablesEdit of(EditRules.Tables rule) {
        return new TablesEdit(rule.minColumns(), rule.maxColumns(), rule.minRows());
    }

    @Override
    public void edit(String text, Changes changes) {
        int from = 0;
        int columns = 0;
        int rows = 0;
        for (int start = 0; start <= text.length(); ) {
            int end = start == text.length() ? start : Characters.lineEnd(text, start);
            int own = start == text.length() ? 0 : columns(text, start, end);
            boolean goesOn = own == RULE || (own > 0 && (own == columns || rows == 0));
            if (!goesOn || (columns == 0 && rows == 0 && from == start)) {
                if (rows >= minRows) {
                    changes.delete(from, start);
                }
                from = own == 0 ? end + 1 : start;
                rows = 0;
                columns = 0;
            }
            if (own > 0) {
                columns = own;
                rows++;
            }
            start = end + 1;
        }
    }

    /** Columns of a line; 0 if it is no row, {@link #RULE} for a rule. */
    private int columns(String text, int start, int end) {
        int from = start;
        int to = end;
        while (from < to && text.charAt(from) <= ' ') {
            from++;
        }
        while (to > from && text.charAt(to - 1) <= ' ') {
            to--;
        }
        if (to - from < 3) {
            return 0;
        }
        boolean barred = text.charAt(from) == '|' && text.charAt(to - 1) == '|';
        if (isRule(text, from, to)) {
            return RULE;
        }
        int found = barred ? cells(text, from + 1, to - 1, true) : cells(text, from, to, false);
        return found >= minColumns && found <= maxColumns ? found : 0;
    }

    private static boolean isRule(String text, int from, int to) {
        boolean crossed = false;
        for (int i = from; i < to; i++) {
            char c = text.charAt(i);
            crossed |= c == '+' || c == '|';
            if ("+|-=: ".indexOf(c) < 0) {
                return false;
            }
        }
        return crossed;
    }

    private static int cells(String text, int from, int to, boolean barred) {
        int cells = 1;
        int cell = from;
        for (int i = from; i < to; i++) {
            char c = text.charAt(i);
            int next = i;
            if (barred) {
                next += c == '|' && text.charAt(i - 1) != '\\' ? 1 : 0;
            } else {
                while (next < to && (text.charAt(next) == ' ' || text.charAt(next) == '\t')) {
                    next++;
                }
                next = next - i > 1 || c == '\t' ? next : i;
            }
            if (next > i) {
                cells++;
                cell = next;
                i = next - 1;
            } else if (i - cell >= LONGEST_CELL) {
                return 0;
            }
        }
        return cells;
    }
}
