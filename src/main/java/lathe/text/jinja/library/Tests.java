package lathe.text.jinja.library;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import lathe.text.jinja.value.Arguments;
import lathe.text.jinja.value.Arithmetic;
import lathe.text.jinja.value.Callable;
import lathe.text.jinja.value.None;
import lathe.text.jinja.value.Python;
import lathe.text.jinja.value.PythonText;
import lathe.text.jinja.value.TemplateFault;
import lathe.text.jinja.value.Undefined;

/** What stands behind {@code is}. */
public final class Tests {
    private Tests() {}

    /** Whether a value passes a test. */
    public static boolean passes(Object value, String test, Arguments given) {
        return switch (test) {
            case "defined" -> !(value instanceof Undefined);
            case "undefined" -> value instanceof Undefined;
            case "none" -> value == None.NONE;
            case "true" -> value.equals(true);
            case "false" -> value.equals(false);
            case "boolean" -> value instanceof Boolean;
            case "string" -> value instanceof String;
            case "integer" -> value instanceof Long;
            case "float" -> value instanceof Double;
            case "number" -> Python.isNumber(value);
            case "mapping" -> value instanceof Map;
            case "sequence" -> value instanceof String || value instanceof List || value instanceof Map;
            case "iterable" ->
                value instanceof String || value instanceof List || value instanceof Map || value instanceof Undefined;
            case "callable" -> value instanceof Callable;
            default -> compares(value, test, given);
        };
    }

    private static boolean compares(Object value, String test, Arguments given) {
        return switch (test) {
            case "eq", "equalto", "==" -> Python.equal(value, other(given));
            case "ne", "!=" -> !Python.equal(value, other(given));
            case "lt", "lessthan", "<" -> Python.compare(value, other(given)) < 0;
            case "le", "<=" -> Python.compare(value, other(given)) <= 0;
            case "gt", "greaterthan", ">" -> Python.compare(value, other(given)) > 0;
            case "ge", ">=" -> Python.compare(value, other(given)) >= 0;
            case "in" -> Python.contains(other(given), value);
            case "sameas" -> value == other(given) || (!isContainer(value) && value.equals(other(given)));
            case "divisibleby" -> Python.equal(Arithmetic.modulo(value, other(given)), 0L);
            case "even" -> Python.equal(Arithmetic.modulo(value, 2L), 0L);
            case "odd" -> Python.equal(Arithmetic.modulo(value, 2L), 1L);
            case "lower" -> isCase(PythonText.str(value), false);
            case "upper" -> isCase(PythonText.str(value), true);
            default -> throw new TemplateFault("no such test: " + test);
        };
    }

    private static boolean isContainer(Object value) {
        return value instanceof List || value instanceof Map;
    }

    private static Object other(Arguments given) {
        return given.require(0, "other");
    }

    private static boolean isCase(String text, boolean upper) {
        String same = upper ? text.toUpperCase(Locale.ROOT) : text.toLowerCase(Locale.ROOT);
        String other = upper ? text.toLowerCase(Locale.ROOT) : text.toUpperCase(Locale.ROOT);
        return text.equals(same) && !text.equals(other);
    }
}
