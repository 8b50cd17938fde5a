package lathe.ingest.format.table;

import com.google.re2j.Pattern;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** The names of a table's columns. */
final class Columns {
    private static final Pattern NUMBER = Pattern.compile("[-+]?[0-9.,]+([eE][-+]?[0-9]+)?%?");
    private static final int LONGEST_NAME = 64;
    private static final int MOST_WORDS = 5;

    private Columns() {}

    /**
     * Whether a first row is a header: names, different ones, short and on one line, none of them a number. A row of
     * short words cannot be told from one, so that a table without a header may lose its first row to the names.
     */
    static boolean areNamedBy(List<String> row) {
        Set<String> seen = new HashSet<>();
        for (String cell : row) {
            String name = cell.strip();
            if (!name.isEmpty() && (!isName(name) || !seen.add(name))) {
                return false;
            }
        }
        return !seen.isEmpty();
    }

    private static boolean isName(String cell) {
        return cell.length() <= LONGEST_NAME
                && cell.indexOf('\n') < 0
                && cell.split("\\s+", -1).length <= MOST_WORDS
                && !NUMBER.matches(cell);
    }

    /** The names in a header; a column without one is called after its place. */
    static List<String> named(List<String> header) {
        List<String> names = new ArrayList<>();
        for (String cell : header) {
            String name = cell.strip();
            names.add(name.isEmpty() ? "column-" + (names.size() + 1) : name);
        }
        return names;
    }

    /** Names of columns that have none. */
    static List<String> unnamed(int columns) {
        List<String> names = new ArrayList<>();
        for (int i = 1; i <= columns; i++) {
            names.add("column-" + i);
        }
        return names;
    }
}
