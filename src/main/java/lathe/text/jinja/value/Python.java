package lathe.text.jinja.value;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/** What Python's built-in functions and comparisons make of values. */
public final class Python {
    private Python() {}

    /** Whether a value counts as true. */
    public static boolean truth(Object value) {
        if (value instanceof Boolean is) {
            return is;
        }
        if (value instanceof Number number) {
            return number.doubleValue() != 0;
        }
        if (value instanceof String || value instanceof Collection || value instanceof Map) {
            return length(value) > 0;
        }
        return value != None.NONE && !(value instanceof Undefined);
    }

    /** {@code len}: of a string, in code points. */
    public static int length(Object value) {
        if (value instanceof String text) {
            return text.codePointCount(0, text.length());
        }
        if (value instanceof Collection<?> items) {
            return items.size();
        }
        if (value instanceof Map<?, ?> map) {
            return map.size();
        }
        if (value instanceof Undefined) {
            return 0;
        }
        throw new TemplateFault("a " + typeName(value) + " has no length");
    }

    /** What a loop over a value sees: items, keys of a map, characters of a string. */
    @SuppressWarnings("unchecked")
    public static List<Object> items(Object value) {
        if (value instanceof List<?> list) {
            return (List<Object>) list;
        }
        if (value instanceof Map<?, ?> map) {
            return new ArrayList<>(map.keySet());
        }
        if (value instanceof String text) {
            return new ArrayList<>(
                    text.codePoints().mapToObj(Character::toString).toList());
        }
        if (value instanceof Undefined) {
            return List.of();
        }
        throw new TemplateFault("cannot loop over a " + typeName(value));
    }

    /** {@code ==}. */
    public static boolean equal(Object left, Object right) {
        if (isNumber(left) && isNumber(right)) {
            return Arithmetic.compare(left, right) == 0;
        }
        if (left instanceof List<?> one && right instanceof List<?> other) {
            return one instanceof Tuple == other instanceof Tuple && equalItems(items(left), items(right));
        }
        if (left instanceof Map<?, ?> one && right instanceof Map<?, ?> other) {
            return one.size() == other.size()
                    && one.entrySet().stream()
                            .allMatch(entry -> other.containsKey(entry.getKey())
                                    && equal(entry.getValue(), mapped(other, entry.getKey())));
        }
        return left instanceof Undefined ? right instanceof Undefined : left.equals(right);
    }

    private static Object mapped(Map<?, ?> map, Object key) {
        Object value = map.get(key);
        return value == null ? None.NONE : value;
    }

    private static boolean equalItems(List<Object> left, List<Object> right) {
        if (left.size() != right.size()) {
            return false;
        }
        for (int i = 0; i < left.size(); i++) {
            if (!equal(left.get(i), right.get(i))) {
                return false;
            }
        }
        return true;
    }

    /** Order of two values: numbers, strings by code point, or lists item by item. */
    public static int compare(Object left, Object right) {
        if (isNumber(left) && isNumber(right)) {
            return Arithmetic.compare(left, right);
        }
        if (left instanceof String one && right instanceof String other) {
            return compareCodePoints(one, other);
        }
        if (left instanceof List<?> && right instanceof List<?>) {
            return compareItems(items(left), items(right));
        }
        throw new TemplateFault("a " + typeName(left) + " and a " + typeName(right) + " have no order");
    }

    private static int compareItems(List<Object> left, List<Object> right) {
        for (int i = 0; i < Math.min(left.size(), right.size()); i++) {
            if (!equal(left.get(i), right.get(i))) {
                return compare(left.get(i), right.get(i));
            }
        }
        return Integer.compare(left.size(), right.size());
    }

    private static int compareCodePoints(String left, String right) {
        int[] one = left.codePoints().toArray();
        int[] other = right.codePoints().toArray();
        return Arrays.compare(one, other);
    }

    /** {@code in}. */
    public static boolean contains(Object container, Object item) {
        if (container instanceof String text) {
            return text.contains(requireText(item, "in"));
        }
        if (container instanceof Map<?, ?> map) {
            return map.containsKey(item);
        }
        return items(container).stream().anyMatch(other -> equal(other, item));
    }

    public static boolean isNumber(Object value) {
        return value instanceof Number || value instanceof Boolean;
    }

    /** A string, or a fault that names what it was meant for. */
    public static String requireText(Object value, String use) {
        if (value instanceof String text) {
            return text;
        }
        throw unfit(value, use, "a str");
    }

    /** A whole number that fits an int, or a fault that names what it was meant for. */
    public static int requireInt(Object value, String use) {
        if (value instanceof Boolean is) {
            return is ? 1 : 0;
        }
        if (value instanceof Long number) {
            return (int) Math.max(Integer.MIN_VALUE, Math.min(Integer.MAX_VALUE, number));
        }
        throw unfit(value, use, "an int");
    }

    private static TemplateFault unfit(Object value, String use, String wanted) {
        return value instanceof Undefined undefined
                ? undefined.fault()
                : new TemplateFault(use + " needs " + wanted + ", not a " + typeName(value));
    }

    /** Python's name for a value's type. */
    public static String typeName(Object value) {
        if (value instanceof Boolean) {
            return "bool";
        }
        if (value instanceof Number) {
            return value instanceof Long ? "int" : "float";
        }
        if (value instanceof String) {
            return "str";
        }
        if (value instanceof List<?>) {
            return value instanceof Tuple ? "tuple" : "list";
        }
        if (value instanceof Undefined undefined) {
            return "undefined value (" + undefined.what() + ")";
        }
        return value == None.NONE ? "None" : value instanceof Map<?, ?> ? "dict" : "function";
    }
}
