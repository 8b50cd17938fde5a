package lathe.clean.engine;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import lathe.clean.rule.Duplicates;
import lathe.clean.rule.Edit;
import lathe.clean.rule.Filter;
import lathe.clean.rule.RuleServices;
import lathe.recipe.ContentRules;
import lathe.recipe.Rule;
import lathe.run.Failure;

/**
 * A recipe's rules, ready to be applied. Safe for several threads.
 *
 * @param names of all rules in the order of the list, numbered where a name comes again
 * @param edits in their order
 * @param filters in their order, each with its first column
 * @param duplicates in their order
 * @param columns how many numbers all filters measure of a record together
 */
public record RuleSet(
        List<String> names,
        List<Placed<Edit>> edits,
        List<PlacedFilter> filters,
        List<Placed<Duplicates>> duplicates,
        int columns) {

    /**
     * A rule and its place in the list.
     *
     * @param place from 0
     */
    public record Placed<R>(int place, R rule) {}

    /**
     * A filter, its place in the list and the first of its columns.
     *
     * @param exempts whether a 1 in its column keeps a record from all rules after it
     */
    public record PlacedFilter(int place, Filter rule, int column, boolean exempts) {}

    /** Prepares rules. */
    public static RuleSet of(List<Rule> rules, RuleServices services) throws Failure, IOException {
        return of(rules, services, Map.of());
    }

    /** What was made for each rule of the list that this was made of: equal rules need not be made again. */
    Map<Rule, Object> made(List<Rule> rules) {
        Map<Rule, Object> made = new HashMap<>();
        edits.forEach(edit -> made.put(rules.get(edit.place()), edit.rule()));
        filters.forEach(filter -> made.put(rules.get(filter.place()), filter.rule()));
        duplicates.forEach(same -> made.put(rules.get(same.place()), same.rule()));
        return made;
    }

    /** Prepares rules, of which some are made already. */
    static RuleSet of(List<Rule> rules, RuleServices services, Map<Rule, Object> known) throws Failure, IOException {
        List<Placed<Edit>> edits = new ArrayList<>();
        List<PlacedFilter> filters = new ArrayList<>();
        List<Placed<Duplicates>> duplicates = new ArrayList<>();
        int columns = 0;
        for (int place = 0; place < rules.size(); place++) {
            Rule rule = rules.get(place);
            if (rule instanceof Rule.Edit edit) {
                Edit made = known.get(rule) instanceof Edit same ? same : RuleFactory.edit(edit, services);
                edits.add(new Placed<>(place, made));
            } else if (rule instanceof Rule.Filter filter) {
                Filter made = known.get(rule) instanceof Filter same ? same : RuleFactory.filter(filter, services);
                Edit cut = RuleFactory.edit(made);
                if (cut != null) {
                    edits.add(new Placed<>(place, cut));
                }
                filters.add(new PlacedFilter(place, made, columns, rule instanceof ContentRules.Exempt));
                columns += made.columns().size();
            } else if (rule instanceof Rule.Duplicates same) {
                Duplicates made =
                        known.get(rule) instanceof Duplicates before ? before : RuleFactory.duplicates(same, services);
                duplicates.add(new Placed<>(place, made));
            }
        }
        return new RuleSet(names(rules), List.copyOf(edits), List.copyOf(filters), List.copyOf(duplicates), columns);
    }

    /** What ledgers and scores call rules: their names, numbered where one stands in the list more than once. */
    public static List<String> names(List<Rule> rules) {
        Map<String, Integer> seen = new LinkedHashMap<>();
        List<String> names = new ArrayList<>();
        for (Rule rule : rules) {
            int count = seen.merge(rule.label(), 1, Integer::sum);
            names.add(count == 1 ? rule.label() : rule.label() + "-" + count);
        }
        return List.copyOf(names);
    }

    /** Numbers of a record's row of keys for a duplicate rule: whether it can have duplicates, keys, signature. */
    static int width(Duplicates rule) {
        return 1 + rule.keys() + rule.signature();
    }
}
