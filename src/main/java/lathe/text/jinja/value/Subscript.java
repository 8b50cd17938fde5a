package lathe.text.jinja.value;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Parts of values: attributes, items and slices. */
public final class Subscript {
    private Subscript() {}

    /** What {@code base[key]} is. */
    public static Object item(Object base, Object key) {
        if (base instanceof Undefined undefined) {
            throw undefined.fault();
        }
        Object found = null;
        if (base instanceof Map<?, ?> map) {
            found = map.get(key);
        } else if (base instanceof Namespace namespace && key instanceof String name) {
            found = namespace.get(name);
        } else if (key instanceof Long index && (base instanceof List<?> || base instanceof String)) {
            found = at(base, index);
        }
        return found == null ? new Undefined(PythonText.str(key)) : found;
    }

    private static Object at(Object base, long index) {
        int length = Python.length(base);
        long at = index < 0 ? index + length : index;
        if (at < 0 || at >= length) {
            return new Undefined("item " + index);
        }
        return base instanceof String text
                ? Character.toString(text.codePointAt(text.offsetByCodePoints(0, (int) at)))
                : Python.items(base).get((int) at);
    }

    /** What {@code base[from:to:step]} is; absent bounds are {@link None}. */
    public static Object slice(Object base, Object from, Object to, Object by) {
        int step = by == None.NONE ? 1 : Python.requireInt(by, "a slice");
        if (base instanceof Undefined undefined) {
            throw undefined.fault();
        }
        if (step == 0 || !(base instanceof List<?> || base instanceof String)) {
            throw new TemplateFault(
                    step == 0 ? "a slice cannot step by 0" : "a " + Python.typeName(base) + " has no slices");
        }
        List<Object> items = Python.items(base);
        int size = items.size();
        int start = bound(from, step > 0 ? 0 : size - 1, size, step);
        int end = bound(to, step > 0 ? size : -1, size, step);
        List<Object> picked = new ArrayList<>();
        for (long i = start; step > 0 ? i < end : i > end; i += step) {
            picked.add(items.get((int) i));
        }
        return base instanceof String
                ? String.join("", picked.stream().map(String.class::cast).toList())
                : base instanceof Tuple ? new Tuple(picked) : picked;
    }

    private static int bound(Object given, int absent, int size, int step) {
        if (given == None.NONE) {
            return absent;
        }
        long at = Python.requireInt(given, "a slice");
        at = at < 0 ? at + size : at;
        return (int) (step > 0 ? Math.max(0, Math.min(at, size)) : Math.max(-1, Math.min(at, size - 1)));
    }
}
