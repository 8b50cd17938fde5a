package lathe.text.jinja;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import lathe.text.jinja.value.Budget;
import lathe.text.jinja.value.Python;
import lathe.text.jinja.value.TemplateFault;
import lathe.text.jinja.value.Undefined;
import org.jspecify.annotations.Nullable;

/** Names and their values: those of a template, of one turn of a loop, or of a macro. */
final class Scope {
    private final @Nullable Scope outer;
    private final Map<String, Object> values = new HashMap<>();
    private final Budget budget;

    private Scope(@Nullable Scope outer, Budget budget) {
        this.outer = outer;
        this.budget = budget;
    }

    static Scope of(Map<String, Object> values, Budget budget) {
        Scope scope = new Scope(null, budget);
        scope.values.putAll(values);
        return scope;
    }

    /** A scope that sees this one; what it sets is gone with it. */
    Scope inner() {
        return new Scope(this, budget);
    }

    Budget budget() {
        return budget;
    }

    Object get(String name) {
        for (Scope scope = this; scope != null; scope = scope.outer) {
            Object value = scope.values.get(name);
            if (value != null) {
                return value;
            }
        }
        return new Undefined(name);
    }

    void set(String name, Object value) {
        values.put(name, value);
    }

    /** Gives a value to one name, or its items to several. */
    void set(List<String> names, boolean several, Object value) {
        if (!several) {
            set(names.get(0), value);
            return;
        }
        List<Object> items = Python.items(value);
        if (items.size() != names.size()) {
            throw new TemplateFault(items.size() + " values for " + names.size() + " names");
        }
        for (int i = 0; i < items.size(); i++) {
            set(names.get(i), items.get(i));
        }
    }
}
