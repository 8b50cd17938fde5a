package lathe.text.jinja.library;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import lathe.text.jinja.value.Arguments;
import lathe.text.jinja.value.Arithmetic;
import lathe.text.jinja.value.Budget;
import lathe.text.jinja.value.Python;
import lathe.text.jinja.value.PythonText;
import lathe.text.jinja.value.TemplateFault;
import lathe.text.jinja.value.Tuple;
import org.jspecify.annotations.Nullable;

/** Python's formatting with {@code %}: strings, whole and real numbers, with width and precision. */
public final class PercentFormat {
    private static final Pattern PLACE =
            Pattern.compile("%(?:\\((\\w+)\\))?([-0+ ]*)(\\d{0,4})(?:\\.(\\d{1,2}))?([a-zA-Z%])");

    private final Arguments given;
    private int next;

    private PercentFormat(Arguments given) {
        this.given = given;
    }

    /** Fills the places of a pattern. */
    static String of(String pattern, Arguments given, Budget budget) {
        return TextMethods.charged(new PercentFormat(given).filled(pattern), budget);
    }

    /** Fills the places of a pattern from what stands behind the operator {@code %}. */
    public static String of(String pattern, Object values, Budget budget) {
        List<Object> list = values instanceof Tuple ? Python.items(values) : List.of(values);
        return of(pattern, new Arguments(list, Map.of()), budget);
    }

    private String filled(String pattern) {
        Matcher places = PLACE.matcher(pattern);
        StringBuilder out = new StringBuilder();
        int from = 0;
        while (places.find()) {
            out.append(pattern, from, places.start()).append(one(places));
            from = places.end();
        }
        return out.append(pattern, from, pattern.length()).toString();
    }

    private String one(Matcher place) {
        if (place.group(5).equals("%")) {
            return "%";
        }
        Object value = place.group(1) == null
                ? given.require(next++, "value " + next)
                : given.require(Integer.MAX_VALUE, place.group(1));
        String text = written(value, place.group(5), place.group(4));
        int width = place.group(3).isEmpty() ? 0 : Integer.parseInt(place.group(3));
        return padded(text, place.group(2), width, Python.isNumber(value));
    }

    private static String written(Object value, String kind, @Nullable String precision) {
        return switch (kind) {
            case "s" -> PythonText.str(value);
            case "r" -> PythonText.repr(value);
            case "d", "i" -> String.valueOf(Python.requireInt(value, "%d"));
            case "f" ->
                String.format(Locale.ROOT, "%." + (precision == null ? "6" : precision) + "f", (double)
                        Arithmetic.add(value, 0.0, new Budget()));
            default -> throw new TemplateFault("no such format: %" + kind);
        };
    }

    private static String padded(String text, String flags, int width, boolean number) {
        String signed = number && flags.contains("+") && !text.startsWith("-") ? "+" + text : text;
        int blanks = Math.max(0, width - Python.length(signed));
        if (flags.contains("-")) {
            return signed + " ".repeat(blanks);
        }
        return (number && flags.contains("0") ? "0" : " ").repeat(blanks) + signed;
    }
}
