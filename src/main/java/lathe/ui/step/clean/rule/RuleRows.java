package lathe.ui.step.clean.rule;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import lathe.recipe.Rule;

/** The rules in the order of the list: those of the recipe, and between them those that are switched off. */
public final class RuleRows {
    private List<RuleRow> rows = new ArrayList<>();

    public List<RuleRow> rows() {
        return List.copyOf(rows);
    }

    /** The rules that are on, in order: what the recipe holds. */
    public List<Rule> active() {
        return rows.stream().filter(RuleRow::on).map(RuleRow::rule).toList();
    }

    /** Where a row's rule stands in the recipe; -1 for one that is off. */
    public int place(int row) {
        if (row < 0 || row >= rows.size() || !rows.get(row).on()) {
            return -1;
        }
        return (int) rows.subList(0, row).stream().filter(RuleRow::on).count();
    }

    /** Takes over what the recipe holds; rules that are off stay where they were, as far as that can be told. */
    public void show(List<Rule> rules) {
        if (active().equals(rules)) {
            return;
        }
        List<RuleRow> next = new ArrayList<>();
        int used = 0;
        for (RuleRow row : rows) {
            if (!row.on()) {
                next.add(row);
            } else if (used < rules.size()) {
                next.add(new RuleRow(rules.get(used++), true));
            }
        }
        while (used < rules.size()) {
            next.add(new RuleRow(rules.get(used++), true));
        }
        rows = next;
    }

    public void add(Rule rule) {
        rows.add(new RuleRow(rule, true));
    }

    /** Puts a rule in front of all others. */
    public void addFirst(Rule rule) {
        rows.add(0, new RuleRow(rule, true));
    }

    public void remove(int row) {
        rows.remove(row);
    }

    public void set(int row, boolean on) {
        rows.set(row, new RuleRow(rows.get(row).rule(), on));
    }

    /** Moves a row before another, or behind the last. */
    public void moveTo(int row, int to) {
        RuleRow moved = rows.remove(row);
        rows.add(to > row ? to - 1 : to, moved);
    }

    /** Moves a row up or down by one; at the ends nothing happens. */
    public void move(int row, int by) {
        int to = row + by;
        if (to >= 0 && to < rows.size()) {
            Collections.swap(rows, row, to);
        }
    }
}
