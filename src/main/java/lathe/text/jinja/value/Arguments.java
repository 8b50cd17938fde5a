package lathe.text.jinja.value;

import java.util.List;
import java.util.Map;

/** What is given to a call. */
public record Arguments(List<Object> positional, Map<String, Object> named) {

    /** No arguments. */
    public static final Arguments NONE = new Arguments(List.of(), Map.of());

    /** The argument at a place or of a name, else a default. */
    public Object get(int index, String name, Object otherwise) {
        return index < positional.size() ? positional.get(index) : named.getOrDefault(name, otherwise);
    }

    /** The argument at a place or of a name. */
    public Object require(int index, String name) {
        Object value = get(index, name, None.NONE);
        if (value == None.NONE && index >= positional.size() && !named.containsKey(name)) {
            throw new TemplateFault("an argument is missing: " + name);
        }
        return value;
    }

    /** A string at a place or of a name. */
    public String text(int index, String name) {
        return Python.requireText(require(index, name), name);
    }

    /** A whole number at a place or of a name, else a default. */
    public int number(int index, String name, int otherwise) {
        Object value = get(index, name, None.NONE);
        return value == None.NONE ? otherwise : Python.requireInt(value, name);
    }

    /** Whether an argument at a place or of a name is true. */
    public boolean flag(int index, String name, boolean otherwise) {
        return Python.truth(get(index, name, otherwise));
    }
}
