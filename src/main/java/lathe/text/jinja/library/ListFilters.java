package lathe.text.jinja.library;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Predicate;
import lathe.text.jinja.value.Arguments;
import lathe.text.jinja.value.Arithmetic;
import lathe.text.jinja.value.Budget;
import lathe.text.jinja.value.None;
import lathe.text.jinja.value.Python;
import lathe.text.jinja.value.PythonText;
import lathe.text.jinja.value.TemplateFault;
import lathe.text.jinja.value.Tuple;
import lathe.text.jinja.value.Undefined;

/** Filters of lists. */
final class ListFilters {
    private final List<Object> items;
    private final Arguments given;
    private final Budget budget;

    private ListFilters(Object value, Arguments given, Budget budget) {
        items = Python.items(value);
        this.given = given;
        this.budget = budget;
        budget.charge(items.size());
    }

    static Object apply(Object value, String filter, Arguments given, Budget budget) {
        return switch (filter) {
            case "reverse" ->
                value instanceof String text ? new StringBuilder(text).reverse().toString() : reversed(value);
            case "list" -> new ArrayList<>(Python.items(value));
            case "first", "last" -> end(Python.items(value), filter.equals("first"));
            case "dictsort" -> dictSort(value, given);
            case "join" -> new ListFilters(value, given, budget).join();
            case "map" -> new ListFilters(value, given, budget).map();
            case "select" -> new ListFilters(value, given, budget).select(0, item -> item, true);
            case "reject" -> new ListFilters(value, given, budget).select(0, item -> item, false);
            case "selectattr" -> new ListFilters(value, given, budget).selectAttribute(true);
            case "rejectattr" -> new ListFilters(value, given, budget).selectAttribute(false);
            case "sort" -> new ListFilters(value, given, budget).sort();
            case "unique" -> new ListFilters(value, given, budget).unique();
            case "min" -> new ListFilters(value, given, budget).extreme(1);
            case "max" -> new ListFilters(value, given, budget).extreme(-1);
            case "sum" -> new ListFilters(value, given, budget).sum();
            case "groupby" -> new ListFilters(value, given, budget).groupBy();
            case "batch" -> new ListFilters(value, given, budget).batch();
            default -> throw new TemplateFault("no such filter: " + filter);
        };
    }

    private static List<Object> reversed(Object value) {
        List<Object> reversed = new ArrayList<>(Python.items(value));
        Collections.reverse(reversed);
        return reversed;
    }

    private static Object end(List<Object> items, boolean first) {
        return items.isEmpty() ? new Undefined("an item of nothing") : items.get(first ? 0 : items.size() - 1);
    }

    private static List<Object> dictSort(Object value, Arguments given) {
        if (!(value instanceof Map<?, ?> map)) {
            throw new TemplateFault("only a dict is sorted by dictsort, not a " + Python.typeName(value));
        }
        boolean exact = given.flag(0, "case_sensitive", false);
        int by = PythonText.str(given.get(1, "by", "key")).equals("value") ? 1 : 0;
        List<Object> pairs = Methods.pairs(map);
        pairs.sort(Comparator.comparing(pair -> folded(Python.items(pair).get(by), exact), Python::compare));
        if (given.flag(2, "reverse", false)) {
            Collections.reverse(pairs);
        }
        return pairs;
    }

    private static Object folded(Object value, boolean exact) {
        return !exact && value instanceof String text ? text.toLowerCase(Locale.ROOT) : value;
    }

    private String join() {
        String separator = PythonText.str(given.get(0, "d", ""));
        Object attribute = given.get(1, "attribute", None.NONE);
        List<String> parts = items.stream()
                .map(item -> PythonText.str(attribute == None.NONE ? item : part(item, attribute)))
                .toList();
        return TextMethods.charged(String.join(separator, parts), budget);
    }

    /** A part of an item: an attribute, or attributes of attributes with dots between. */
    private Object part(Object item, Object path) {
        if (!(path instanceof String name)) {
            return Methods.item(item, path, budget);
        }
        Object at = item;
        for (String step : name.split("\\.", -1)) {
            at = Methods.item(at, step.matches("\\d{1,9}") ? (Object) Long.valueOf(step) : step, budget);
        }
        return at;
    }

    private List<Object> map() {
        if (given.positional().isEmpty()) {
            Object attribute = given.require(0, "attribute");
            Object otherwise = given.named().get("default");
            return each(item -> {
                Object found = part(item, attribute);
                return found instanceof Undefined && otherwise != null ? otherwise : found;
            });
        }
        String filter = given.text(0, "filter");
        return each(item -> Filters.apply(item, filter, rest(1), budget));
    }

    private List<Object> each(Function<Object, Object> change) {
        return new ArrayList<>(items.stream().map(change).toList());
    }

    private Arguments rest(int from) {
        List<Object> positional = given.positional();
        return new Arguments(positional.subList(Math.min(from, positional.size()), positional.size()), given.named());
    }

    private List<Object> selectAttribute(boolean wanted) {
        Object attribute = given.require(0, "attribute");
        return select(1, item -> part(item, attribute), wanted);
    }

    private List<Object> select(int testAt, Function<Object, Object> of, boolean wanted) {
        boolean plain = given.positional().size() <= testAt;
        Predicate<Object> test =
                plain ? Python::truth : value -> Tests.passes(value, given.text(testAt, "test"), rest(testAt + 1));
        return new ArrayList<>(items.stream()
                .filter(item -> test.test(of.apply(item)) == wanted)
                .toList());
    }

    private Object key(Object item, boolean exact) {
        Object attribute = given.named().getOrDefault("attribute", None.NONE);
        return folded(attribute == None.NONE ? item : part(item, attribute), exact);
    }

    private List<Object> sort() {
        boolean exact = given.flag(1, "case_sensitive", false);
        List<Object> sorted = new ArrayList<>(items);
        Comparator<Object> order = Comparator.comparing(item -> key(item, exact), Python::compare);
        sorted.sort(given.flag(0, "reverse", false) ? order.reversed() : order);
        return sorted;
    }

    private List<Object> unique() {
        List<Object> seen = new ArrayList<>();
        List<Object> unique = new ArrayList<>();
        for (Object item : items) {
            Object key = key(item, given.flag(0, "case_sensitive", false));
            budget.charge(seen.size());
            if (seen.stream().noneMatch(other -> Python.equal(other, key))) {
                seen.add(key);
                unique.add(item);
            }
        }
        return unique;
    }

    private Object extreme(int sign) {
        boolean exact = given.flag(0, "case_sensitive", false);
        return items.stream()
                .reduce((best, item) -> sign * Python.compare(key(item, exact), key(best, exact)) < 0 ? item : best)
                .orElseGet(() -> new Undefined("an item of nothing"));
    }

    private Object sum() {
        Object sum = given.get(1, "start", 0L);
        Object attribute = given.get(0, "attribute", None.NONE);
        for (Object item : items) {
            sum = Arithmetic.add(sum, attribute == None.NONE ? item : part(item, attribute), budget);
        }
        return sum;
    }

    private List<Object> groupBy() {
        Object attribute = given.require(0, "attribute");
        List<Object> sorted = new ArrayList<>(items);
        sorted.sort(Comparator.comparing(item -> folded(part(item, attribute), false), Python::compare));
        List<Object> groups = new ArrayList<>();
        for (int from = 0, to; from < sorted.size(); from = to) {
            Object key = part(sorted.get(from), attribute);
            to = from + 1;
            while (to < sorted.size()
                    && Python.equal(folded(part(sorted.get(to), attribute), false), folded(key, false))) {
                to++;
            }
            groups.add(Tuple.of(key, new ArrayList<>(sorted.subList(from, to))));
        }
        return groups;
    }

    private List<Object> batch() {
        int size = Math.max(1, given.number(0, "linecount", 1));
        List<Object> batches = new ArrayList<>();
        for (int from = 0; from < items.size(); from += size) {
            batches.add(new ArrayList<>(items.subList(from, Math.min(items.size(), from + size))));
        }
        return batches;
    }
}
