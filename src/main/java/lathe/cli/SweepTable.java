package lathe.cli;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import lathe.pipeline.sweep.CellResult;
import org.jspecify.annotations.Nullable;

/** What came of the combinations of a sweep, a line each; the best on held-out data is marked. */
final class SweepTable {
    private static final double MEBI = 1024 * 1024;

    private final List<String> keys;
    private final List<List<String>> lines = new ArrayList<>();

    SweepTable(List<String> keys) {
        this.keys = keys;
        List<String> head = new ArrayList<>(keys.stream()
                .map(key -> key.substring(key.lastIndexOf('.') + 1))
                .toList());
        head.addAll(List.of("loss", "held-out", "best", "memory", "tokens/s", "seconds", "adapter", ""));
        lines.add(head);
    }

    void add(CellResult cell, boolean best) {
        List<String> line = new ArrayList<>(
                keys.stream().map(key -> cell.values().getOrDefault(key, "")).toList());
        line.add(number("%.4f", cell.loss()));
        line.add(number("%.4f", cell.evalLoss()));
        line.add(number("%.4f", cell.bestEvalLoss()));
        line.add(size(cell.memoryBytes()));
        line.add(number("%,.0f", cell.tokensPerS()));
        line.add(number("%,.0f", cell.seconds()));
        line.add(size(cell.adapterBytes()));
        line.add(best ? "best" : cell.state().equals("done") ? "" : cell.state());
        lines.add(line);
    }

    private static String number(String format, @Nullable Double value) {
        return value == null ? "-" : String.format(Locale.ROOT, format, value);
    }

    private static String size(@Nullable Long bytes) {
        return bytes == null ? "-" : String.format(Locale.ROOT, "%,.1f MiB", bytes / MEBI);
    }

    void print(PrintStream out) {
        for (List<String> line : lines) {
            StringBuilder text = new StringBuilder();
            for (int column = 0; column < line.size(); column++) {
                int at = column;
                int width = lines.stream()
                        .mapToInt(each -> each.get(at).length())
                        .max()
                        .orElse(0);
                text.append(" ".repeat(width - line.get(column).length()))
                        .append(line.get(column))
                        .append("  ");
            }
            out.println(text.toString().stripTrailing());
        }
    }
}
