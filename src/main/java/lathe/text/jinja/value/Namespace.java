package lathe.text.jinja.value;

import java.util.LinkedHashMap;
import java.util.Map;

/** The one object whose attributes a template may set, across the borders of loops. */
public final class Namespace {
    private final Map<String, Object> attributes = new LinkedHashMap<>();

    public Object get(String name) {
        return attributes.getOrDefault(name, new Undefined(name));
    }

    /** Sets an attribute. */
    public void set(String name, Object value) {
        if (name.startsWith("_")) {
            throw new TemplateFault("a namespace has no attribute that begins with _: " + name);
        }
        attributes.put(name, value);
    }
}
