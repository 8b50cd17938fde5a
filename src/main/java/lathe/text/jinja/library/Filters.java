package lathe.text.jinja.library;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import lathe.text.jinja.value.Arguments;
import lathe.text.jinja.value.Arithmetic;
import lathe.text.jinja.value.Budget;
import lathe.text.jinja.value.Python;
import lathe.text.jinja.value.PythonText;
import lathe.text.jinja.value.TemplateFault;
import lathe.text.jinja.value.Undefined;

/** What stands behind {@code |}. */
public final class Filters {
    private Filters() {}

    /** A value through a filter. */
    public static Object apply(Object value, String filter, Arguments given, Budget budget) {
        budget.charge(1);
        return switch (filter) {
            case "tojson" -> TextMethods.charged(JsonText.of(value, given), budget);
            case "default", "d" -> otherwise(value, given);
            case "length", "count" -> (long) Python.length(value);
            case "string", "safe" -> PythonText.str(value);
            case "int" -> whole(value, given);
            case "float" -> real(value, given);
            case "abs" -> Python.compare(value, 0L) < 0 ? Arithmetic.negate(value) : value;
            case "round" -> round(value, given);
            case "attr" -> Methods.attribute(value, given.text(0, "name"), budget);
            case "items" -> value instanceof Undefined ? List.of() : items(value);
            default -> ofText(value, filter, given, budget);
        };
    }

    private static Object ofText(Object value, String filter, Arguments given, Budget budget) {
        return switch (filter) {
            case "trim" -> TextMethods.strip(PythonText.str(value), given, true, true);
            case "upper" -> PythonText.str(value).toUpperCase(Locale.ROOT);
            case "lower" -> PythonText.str(value).toLowerCase(Locale.ROOT);
            case "capitalize" -> TextMethods.capitalized(PythonText.str(value));
            case "title" -> TextMethods.titled(PythonText.str(value));
            case "replace" ->
                TextMethods.replace(
                        PythonText.str(value),
                        PythonText.str(given.require(0, "old")),
                        PythonText.str(given.require(1, "new")),
                        given.number(2, "count", -1),
                        budget);
            case "escape", "e" -> escaped(PythonText.str(value), budget);
            case "indent" -> indented(PythonText.str(value), given, budget);
            case "center" -> centred(PythonText.str(value), given.number(0, "width", 80), budget);
            case "format" -> PercentFormat.of(PythonText.str(value), given, budget);
            case "wordcount" -> wordCount(PythonText.str(value));
            default -> ListFilters.apply(value, filter, given, budget);
        };
    }

    private static Object otherwise(Object value, Arguments given) {
        boolean missing = value instanceof Undefined || (given.flag(1, "boolean", false) && !Python.truth(value));
        return missing ? given.get(0, "default_value", "") : value;
    }

    private static List<Object> items(Object value) {
        if (value instanceof Map<?, ?> map) {
            return Methods.pairs(map);
        }
        throw new TemplateFault("only a dict has items, not a " + Python.typeName(value));
    }

    private static Object whole(Object value, Arguments given) {
        if (value instanceof Long) {
            return value;
        }
        Object number = value instanceof String text && text.strip().matches("[-+]?[0-9_]{1,18}")
                ? Long.valueOf(text.strip().replace("_", ""))
                : real(value, given);
        return number instanceof Double real && !real.isNaN() ? (Object) real.longValue() : number;
    }

    /** A number as it is, a string that is one; else the filter's default. */
    private static Object real(Object value, Arguments given) {
        if (Python.isNumber(value)) {
            return Arithmetic.add(value, 0.0, new Budget());
        }
        Object otherwise = given.get(0, "default", 0.0);
        try {
            return value instanceof String text ? (Object) Double.valueOf(text.strip()) : otherwise;
        } catch (NumberFormatException e) {
            return otherwise;
        }
    }

    private static Object round(Object value, Arguments given) {
        int precision = given.number(0, "precision", 0);
        double scale = Math.pow(10, precision);
        double number = (double) Arithmetic.add(value, 0.0, new Budget());
        return switch (PythonText.str(given.get(1, "method", "common"))) {
            case "ceil" -> Math.ceil(number * scale) / scale;
            case "floor" -> Math.floor(number * scale) / scale;
            default ->
                new BigDecimal(number)
                        .setScale(precision, RoundingMode.HALF_EVEN)
                        .doubleValue();
        };
    }

    private static String escaped(String text, Budget budget) {
        return TextMethods.charged(
                text.replace("&", "&amp;")
                        .replace(">", "&gt;")
                        .replace("<", "&lt;")
                        .replace("'", "&#39;")
                        .replace("\"", "&#34;"),
                budget);
    }

    private static String indented(String text, Arguments given, Budget budget) {
        Object width = given.get(0, "width", 4L);
        String margin =
                width instanceof String by ? by : " ".repeat(Math.min(1000, Python.requireInt(width, "indent")));
        boolean first = given.flag(1, "first", false);
        boolean blank = given.flag(2, "blank", false);
        StringBuilder out = new StringBuilder();
        String[] lines = text.split("\n", -1);
        for (int i = 0; i < lines.length; i++) {
            boolean moved = i == 0 ? first : blank || !lines[i].isEmpty();
            out.append(i == 0 ? "" : "\n").append(moved ? margin : "").append(lines[i]);
            budget.charge(margin.length());
        }
        return out.toString();
    }

    private static String centred(String text, int width, Budget budget) {
        int blanks = Math.max(0, width - Python.length(text));
        budget.charge(blanks);
        int left = blanks / 2 + (blanks & width & 1);
        return " ".repeat(left) + text + " ".repeat(blanks - left);
    }

    private static long wordCount(String text) {
        return java.util.regex.Pattern.compile("\\w+", java.util.regex.Pattern.UNICODE_CHARACTER_CLASS)
                .matcher(text)
                .results()
                .count();
    }
}
