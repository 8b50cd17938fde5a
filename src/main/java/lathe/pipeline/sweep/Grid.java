package lathe.pipeline.sweep;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import lathe.run.Failure;

/**
 * The values that some keys of a recipe take; a sweep is all their combinations.
 *
 * @param values of each key, in the order in which they were named
 */
public record Grid(Map<String, List<String>> values) {
    private static final int MOST_CELLS = 1000;
    private static final Pattern UNFIT = Pattern.compile("[^\\p{L}\\p{N}.]+");

    /**
     * One combination.
     *
     * @param name by which its run is found again: the last part of each key with its value
     * @param values of the keys
     */
    public record Cell(String name, Map<String, String> values) {}

    /** Copies the lists. */
    public Grid {
        Map<String, List<String>> copy = new LinkedHashMap<>();
        values.forEach((key, all) -> copy.put(key, List.copyOf(all)));
        values = copy;
    }

    /** Reads {@code key=v1,v2}; commas within brackets and braces belong to a value. */
    public static Grid parse(List<String> axes) throws Failure {
        Map<String, List<String>> values = new LinkedHashMap<>();
        for (String axis : axes) {
            int equals = axis.indexOf('=');
            List<String> all = equals < 1 ? List.of() : split(axis.substring(equals + 1));
            if (all.isEmpty() || all.contains("")) {
                throw Failure.badInput(
                        "This is no key with values: " + axis, "--grid", "write it as train.0.lora.r=4,8,16");
            }
            if (values.put(axis.substring(0, equals).strip(), all) != null) {
                throw Failure.badInput("A key is named twice: " + axis, "--grid", "name all its values in one list");
            }
        }
        Grid grid = new Grid(values);
        if (grid.size() > MOST_CELLS) {
            throw Failure.badInput(
                    "The grid has " + grid.size() + " combinations", "--grid", "at most " + MOST_CELLS + " are run");
        }
        return grid;
    }

    private static List<String> split(String text) {
        List<String> values = new ArrayList<>();
        int depth = 0;
        int from = 0;
        for (int i = 0; i <= text.length(); i++) {
            char c = i < text.length() ? text.charAt(i) : ',';
            depth += c == '[' || c == '{' ? 1 : c == ']' || c == '}' ? -1 : 0;
            if (c == ',' && (depth <= 0 || i == text.length())) {
                values.add(text.substring(from, i).strip());
                from = i + 1;
            }
        }
        return values;
    }

    private long size() {
        return values.values().stream().mapToLong(List::size).reduce(1, (a, b) -> a * b);
    }

    /** All combinations; the last key changes fastest. */
    public List<Cell> cells() {
        List<Map<String, String>> all = List.of(Map.of());
        for (Map.Entry<String, List<String>> axis : values.entrySet()) {
            List<Map<String, String>> longer = new ArrayList<>();
            for (Map<String, String> begun : all) {
                for (String value : axis.getValue()) {
                    Map<String, String> more = new LinkedHashMap<>(begun);
                    more.put(axis.getKey(), value);
                    longer.add(more);
                }
            }
            all = longer;
        }
        return all.stream().map(cell -> new Cell(name(cell), cell)).toList();
    }

    private static String name(Map<String, String> cell) {
        List<String> parts = new ArrayList<>();
        cell.forEach((key, value) -> parts.add(
                key.substring(key.lastIndexOf('.') + 1) + UNFIT.matcher(value).replaceAll("_")));
        return String.join("-", parts);
    }
}
