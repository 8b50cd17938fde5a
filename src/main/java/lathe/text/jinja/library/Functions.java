package lathe.text.jinja.library;

import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import lathe.text.jinja.value.Arguments;
import lathe.text.jinja.value.Budget;
import lathe.text.jinja.value.Callable;
import lathe.text.jinja.value.Namespace;
import lathe.text.jinja.value.PythonText;
import lathe.text.jinja.value.TemplateFault;

/** What a template may call by name. */
public final class Functions {
    /** As in Jinja's own sandbox. */
    private static final int MOST_IN_RANGE = 100_000;

    private Functions() {}

    /**
     * The functions.
     *
     * @param now what {@code strftime_now} takes for now
     */
    public static Map<String, Object> all(LocalDateTime now, Budget budget) {
        Map<String, Callable> functions = Map.of(
                "raise_exception",
                given -> {
                    throw TemplateFault.raised(PythonText.str(given.require(0, "message")));
                },
                "strftime_now",
                given -> DateText.of(now, given.text(0, "format")),
                "namespace",
                Functions::namespace,
                "dict",
                Functions::dict,
                "range",
                given -> range(given, budget));
        return new LinkedHashMap<>(functions);
    }

    private static Object namespace(Arguments given) {
        Namespace namespace = new Namespace();
        if (!given.positional().isEmpty() && given.positional().get(0) instanceof Map<?, ?> map) {
            map.forEach((name, value) -> namespace.set(PythonText.str(name), value));
        }
        given.named().forEach(namespace::set);
        return namespace;
    }

    private static Object dict(Arguments given) {
        Map<Object, Object> dict = new LinkedHashMap<>();
        if (!given.positional().isEmpty() && given.positional().get(0) instanceof Map<?, ?> map) {
            dict.putAll(map);
        }
        dict.putAll(given.named());
        return dict;
    }

    private static List<Object> range(Arguments given, Budget budget) {
        boolean one = given.positional().size() == 1;
        int from = one ? 0 : given.number(0, "start", 0);
        int to = given.number(one ? 0 : 1, "stop", 0);
        int step = given.number(2, "step", 1);
        if (step == 0) {
            throw new TemplateFault("a range cannot step by 0");
        }
        long size = Math.max(0, Math.floorDiv((long) to - from + step - Integer.signum(step), step));
        if (size > MOST_IN_RANGE) {
            throw new TemplateFault("a range has more than " + MOST_IN_RANGE + " numbers");
        }
        List<Object> range = new ArrayList<>();
        for (long i = from; step > 0 ? i < to : i > to; i += step) {
            budget.charge(1);
            range.add(i);
        }
        return range;
    }
}
