package lathe.ui.step.clean.look;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import lathe.clean.rule.Broken;
import lathe.clean.rule.Filter;
import lathe.data.Dropped;
import lathe.recipe.Rule;
import lathe.ui.kit.Nodes;
import lathe.ui.kit.RecordView;
import lathe.ui.kit.Texts;
import lathe.ui.step.clean.trial.ScoreWords;
import org.jspecify.annotations.Nullable;

/** A record's way through the rules: the reason, the numbers, each rule's changes, and what is left. */
final class TraceView {
    private final Texts texts;
    private final List<Rule> rules;

    TraceView(Texts texts, List<Rule> rules) {
        this.texts = texts;
        this.rules = rules;
    }

    /** The parts from above to below. */
    List<Node> of(RecordTrace trace) {
        List<Node> nodes = new ArrayList<>();
        nodes.add(Nodes.wrapped(reason(trace.dropped()), "field-label"));
        if (!trace.numbers().isEmpty()) {
            nodes.add(section(texts.get("clean.trace.numbers")));
            nodes.add(numbers(trace.numbers()));
        }
        if (!trace.edits().isEmpty()) {
            nodes.add(section(texts.get("clean.trace.edits")));
            trace.edits().forEach(edit -> nodes.add(edit(edit)));
        }
        nodes.add(section(texts.get("clean.trace.text")));
        nodes.add(RecordView.of(trace.result(), texts));
        if (trace.survivor() != null) {
            nodes.add(section(texts.get("clean.trace.survivor", trace.survivor().id())));
            nodes.add(RecordView.of(trace.survivor(), texts));
        }
        return nodes;
    }

    private static Label section(String words) {
        return Nodes.label(words, "trace-section");
    }

    /** The reason in a sentence: the rule, what it measured, and the bound that was broken. */
    private String reason(@Nullable Dropped dropped) {
        if (dropped == null) {
            return texts.get("clean.why.kept");
        }
        String rule = name(dropped.rule());
        if (dropped.duplicateOf() != null) {
            return texts.get("clean.why.duplicate", rule, dropped.duplicateOf());
        }
        Object value = dropped.value();
        return value == null
                ? rule
                : texts.get("clean.why.dropped", rule, word(value), bound(String.valueOf(dropped.bound())));
    }

    /** A rule's name; of one that comes again, as {@code words-2}, with its number. */
    private String name(String label) {
        String known = texts.orElse("rule." + label, "");
        int dash = label.lastIndexOf('-');
        return !known.isEmpty() || dash < 0
                ? texts.orElse("rule." + label, label)
                : texts.orElse("rule." + label.substring(0, dash), label) + " " + label.substring(dash + 1);
    }

    private String name(int place) {
        return texts.get("rule." + rules.get(place).label());
    }

    private GridPane numbers(List<RecordTrace.Numbers> numbers) {
        GridPane grid = new GridPane();
        grid.getStyleClass().add("trace-numbers");
        ColumnConstraints wide = new ColumnConstraints();
        wide.setHgrow(Priority.ALWAYS);
        grid.getColumnConstraints().setAll(new ColumnConstraints(), wide, new ColumnConstraints());
        int row = 0;
        for (RecordTrace.Numbers each : numbers) {
            Broken broken = each.broken().orElse(null);
            Label rule = Nodes.label(name(each.place()), "trace-rule");
            Label value = Nodes.wrapped(values(each.values()), "trace-value");
            rule.setMinWidth(Label.USE_PREF_SIZE);
            Label bound = Nodes.label(broken == null ? "" : bound(broken.bound()), "trace-bound");
            bound.setMinWidth(Label.USE_PREF_SIZE);
            if (broken != null) {
                rule.getStyleClass().add("trace-against");
            }
            grid.addRow(row++, rule, value, bound);
        }
        return grid;
    }

    private String values(Object values) {
        if (!(values instanceof Map<?, ?> map)) {
            return word(values);
        }
        List<String> parts = new ArrayList<>();
        map.forEach((column, value) -> {
            if (!Filter.SCRIPT.equals(column)) {
                parts.add(ScoreWords.column(String.valueOf(column), texts) + " " + word(value));
            }
        });
        return String.join(" · ", parts);
    }

    private static String word(Object value) {
        return value instanceof Number number ? ScoreWords.number(number.doubleValue()) : String.valueOf(value);
    }

    /** The engine speaks English; the usual forms are said in the window's language. */
    private String bound(String words) {
        String least = "at least ";
        String most = "at most ";
        int at = Math.max(words.indexOf(least), words.indexOf(most));
        if (at < 0) {
            return words;
        }
        String column = at == 0 ? "" : ScoreWords.column(words.substring(0, at).strip(), texts) + " ";
        boolean low = words.startsWith(least, at);
        return column + (low ? "≥ " : "≤ ") + words.substring(at + (low ? least : most).length());
    }

    private VBox edit(RecordTrace.Edited edit) {
        VBox box = new VBox(
                Nodes.label(
                        texts.get(
                                "clean.trace.edit",
                                name(edit.place()),
                                edit.changes().size()),
                        "faint"),
                DiffText.of(edit.before(), edit.changes()));
        box.getStyleClass().add("trace-edit");
        return box;
    }
}
