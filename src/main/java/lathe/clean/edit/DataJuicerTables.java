package lathe.clean.edit;

import java.util.ArrayList;
import java.util.List;
import lathe.clean.rule.Changes;
import lathe.clean.rule.Edit;
import lathe.recipe.EditRules;
import lathe.text.Unicode;

/**
 * Tables as data-juicer's remove_table_text_mapper finds them, once for each number of columns: two lines or more, none
 * of them the first, of words with one space, tab or bar between them.
 *
 * @param bars how many marks part the columns
 */
record DataJuicerTables(int bars) implements Edit {

    static Edit of(EditRules.Tables rule) {
        List<Edit> steps = new ArrayList<>();
        for (int columns = rule.minColumns(); columns <= rule.maxColumns(); columns++) {
            steps.add(new DataJuicerTables(columns - 1));
        }
        return steps.isEmpty() ? (text, changes) -> {} : new Chain(steps, 1);
    }

    @Override
    public void edit(String text, Changes changes) {
        int start = text.indexOf('\n') + 1;
        while (start > 0 && start < text.length()) {
            int at = start;
            int rows = 0;
            for (int next = rowEnd(text, at); next > 0; next = rowEnd(text, at)) {
                at = next;
                rows++;
            }
            if (rows > 1) {
                changes.delete(start, at);
            }
            start = rows > 0 ? at : text.indexOf('\n', start) + 1;
        }
    }

    /** Behind the line ends that follow a row; -1 if the line is none. */
    private int rowEnd(String text, int start) {
        int end = text.indexOf('\n', start);
        if (end <= start || !isRow(text, start, end)) {
            return -1;
        }
        while (end < text.length() && text.charAt(end) == '\n') {
            end++;
        }
        return end;
    }

    /** Whether blanks and, of the bars, as many as are needed part words that are not empty. */
    private boolean isRow(String text, int start, int end) {
        int blanks = 0;
        int most = 0;
        int word = start;
        for (int i = start; i < end; i++) {
            char c = text.charAt(i);
            if (c == ' ' || c == '\t') {
                if (i == word || i + 1 == end) {
                    return false;
                }
                blanks++;
                most++;
                word = i + 1;
            } else if (Unicode.isWhiteSpace(c)) {
                return false;
            } else if (c == '|' && i > word && i + 1 < end && !Unicode.isWhiteSpace(text.charAt(i + 1))) {
                most++;
                word = i + 1;
            }
        }
        return blanks <= bars && bars <= most;
    }
}
