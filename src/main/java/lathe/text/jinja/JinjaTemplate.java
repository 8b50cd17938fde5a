package lathe.text.jinja;

import java.time.LocalDateTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import lathe.run.Failure;
import lathe.text.jinja.lexis.Lexer;
import lathe.text.jinja.library.Functions;
import lathe.text.jinja.value.Budget;
import lathe.text.jinja.value.None;
import lathe.text.jinja.value.TemplateFault;
import org.jspecify.annotations.Nullable;

/**
 * A Jinja template, read once and rendered often; safe for several threads.
 *
 * <p>It means what Jinja 2 makes of it within transformers' {@code apply_chat_template}: the same blanks, scopes and
 * Python values, {@code raise_exception}, {@code strftime_now}, {@code tojson}, {@code break} and {@code continue},
 * {@code {% generation %}}. There is no way from a template to Java, to files or to the network, and what it may do is
 * counted. Other templates cannot be included or extended.
 */
public final class JinjaTemplate {
    /**
     * The moment that {@code strftime_now} takes for now. A model has to see the same day when it is trained and when
     * it is asked, so the clock is never read.
     */
    public static final LocalDateTime NOW = LocalDateTime.of(2024, 7, 26, 0, 0);

    private static final int LONGEST = 1 << 20;

    private final String name;
    private final Statement program;

    private JinjaTemplate(String name, Statement program) {
        this.name = name;
        this.program = program;
    }

    /**
     * Reads a template.
     *
     * @param name what a failure calls it: a file, or a template's name
     */
    public static JinjaTemplate parse(String name, String source) throws Failure {
        if (source.length() > LONGEST) {
            throw Failure.badInput("The template is longer than " + LONGEST + " characters", name, "shorten it");
        }
        try {
            return new JinjaTemplate(name, new StatementParser(Lexer.tokens(source)).template());
        } catch (TemplateFault e) {
            throw failure(name, e);
        }
    }

    /** What it makes of some values: strings, numbers, booleans, lists and maps of such, null for none. */
    public Rendered render(Map<String, ? extends @Nullable Object> values) throws Failure {
        Budget budget = new Budget();
        Map<String, Object> names = Functions.all(NOW, budget);
        values.forEach((key, value) -> names.put(key, value(value)));
        Output out = new Output(budget);
        try {
            program.run(Scope.of(names, budget), out);
            return out.rendered();
        } catch (TemplateFault e) {
            throw failure(name, e);
        }
    }

    private static Failure failure(String name, TemplateFault fault) {
        String where = fault.line() > 0 ? name + ":" + fault.line() : name;
        return fault.isRaised()
                ? Failure.badInput(
                        "The template refuses this conversation: " + fault.getMessage(),
                        where,
                        "clean such records out, or choose another template")
                : Failure.badInput(
                        "The template cannot be used: " + fault.getMessage(),
                        where,
                        "mend it, or choose another template");
    }

    /** A value of Java's as templates know it. */
    private static Object value(@Nullable Object given) {
        if (given == null) {
            return None.NONE;
        }
        if (given instanceof Map<?, ?> map) {
            Map<Object, Object> values = new LinkedHashMap<>();
            map.forEach((key, value) -> values.put(String.valueOf(key), value(value)));
            return values;
        }
        if (given instanceof List<?> list) {
            return list.stream().map(JinjaTemplate::value).toList();
        }
        if (given instanceof Number number) {
            boolean real = given instanceof Double || given instanceof Float;
            return real ? (Object) number.doubleValue() : (Object) number.longValue();
        }
        return given instanceof Boolean ? given : given.toString();
    }
}
