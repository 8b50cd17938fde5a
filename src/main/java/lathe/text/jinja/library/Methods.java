package lathe.text.jinja.library;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import lathe.text.jinja.value.Budget;
import lathe.text.jinja.value.Callable;
import lathe.text.jinja.value.None;
import lathe.text.jinja.value.Python;
import lathe.text.jinja.value.Subscript;
import lathe.text.jinja.value.TemplateFault;
import lathe.text.jinja.value.Tuple;
import lathe.text.jinja.value.Undefined;
import org.jspecify.annotations.Nullable;

/**
 * Methods of strings, lists and maps. Those that change a value are missing, as in Hugging Face's sandbox; nothing of
 * Java can be reached.
 */
public final class Methods {
    private Methods() {}

    /** What {@code base.name} is: a method, else an item. */
    public static Object attribute(Object base, String name, Budget budget) {
        if (base instanceof Undefined undefined) {
            throw undefined.fault();
        }
        Callable method = of(base, name, budget);
        return method == null ? Subscript.item(base, name) : method;
    }

    /** What {@code base[key]} is: an item, else a method. */
    public static Object item(Object base, Object key, Budget budget) {
        Object found = Subscript.item(base, key);
        Callable method = found instanceof Undefined && key instanceof String name ? of(base, name, budget) : null;
        return method == null ? found : method;
    }

    private static @Nullable Callable of(Object base, String name, Budget budget) {
        if (base instanceof String text) {
            return TextMethods.of(text, name, budget);
        }
        if (base instanceof Map<?, ?> map) {
            return ofMap(map, name);
        }
        return base instanceof List<?> ? ofList(Python.items(base), name) : null;
    }

    private static @Nullable Callable ofMap(Map<?, ?> map, String name) {
        return switch (name) {
            case "items" -> given -> pairs(map);
            case "keys" -> given -> new ArrayList<Object>(map.keySet());
            case "values" -> given -> new ArrayList<Object>(map.values());
            case "get" ->
                given -> {
                    Object found = map.get(given.require(0, "key"));
                    return found == null ? given.get(1, "default", None.NONE) : found;
                };
            case "copy" -> given -> map;
            default -> null;
        };
    }

    static List<Object> pairs(Map<?, ?> map) {
        List<Object> pairs = new ArrayList<>();
        map.forEach((key, value) -> pairs.add(Tuple.of(key, value)));
        return pairs;
    }

    private static @Nullable Callable ofList(List<Object> list, String name) {
        return switch (name) {
            case "index" -> given -> (long) indexOf(list, given.require(0, "value"));
            case "count" ->
                given -> list.stream()
                        .filter(item -> Python.equal(item, given.require(0, "value")))
                        .count();
            case "copy" -> given -> list;
            default -> null;
        };
    }

    private static int indexOf(List<Object> list, Object sought) {
        for (int i = 0; i < list.size(); i++) {
            if (Python.equal(list.get(i), sought)) {
                return i;
            }
        }
        throw new TemplateFault("the list does not hold what index() looks for");
    }
}
