package lathe.text.jinja.value;

import com.ibm.icu.lang.UCharacter;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** How Python writes values: {@code str} and {@code repr}. */
public final class PythonText {
    private static final int MOST_DIGITS = 17;

    private PythonText() {}

    /** {@code str}. */
    public static String str(Object value) {
        return value instanceof String text ? text : value instanceof Undefined ? "" : repr(value);
    }

    /** {@code repr}. */
    public static String repr(Object value) {
        if (value instanceof String text) {
            return quoted(text);
        }
        if (value instanceof Boolean is) {
            return is ? "True" : "False";
        }
        if (value instanceof Double number) {
            return real(number);
        }
        if (value instanceof List<?> list) {
            return list(list);
        }
        if (value instanceof Map<?, ?> map) {
            return map.entrySet().stream()
                    .map(entry -> repr(entry.getKey()) + ": " + repr(entry.getValue()))
                    .collect(Collectors.joining(", ", "{", "}"));
        }
        return value == None.NONE ? "None" : value instanceof Undefined ? "Undefined" : value.toString();
    }

    private static String list(List<?> list) {
        String items = list.stream().map(PythonText::repr).collect(Collectors.joining(", "));
        if (list instanceof Tuple) {
            return "(" + items + (list.size() == 1 ? ",)" : ")");
        }
        return "[" + items + "]";
    }

    /** The shortest digits that read back as the same number, in Python's layout. */
    public static String real(double value) {
        if (!Double.isFinite(value)) {
            return Double.isNaN(value) ? "nan" : value > 0 ? "inf" : "-inf";
        }
        if (value == 0) {
            return 1 / value < 0 ? "-0.0" : "0.0";
        }
        // not Double.toString: before Java 19 it is not always the shortest
        BigDecimal exact = new BigDecimal(value);
        BigDecimal shortest = exact;
        for (int digits = 1; digits <= MOST_DIGITS; digits++) {
            shortest = exact.round(new MathContext(digits));
            if (shortest.doubleValue() == value) {
                break;
            }
        }
        return layout(shortest.stripTrailingZeros());
    }

    private static String layout(BigDecimal number) {
        int exponent = number.precision() - number.scale() - 1;
        if (exponent >= -4 && exponent < 16) {
            String plain = number.toPlainString();
            return plain.contains(".") ? plain : plain + ".0";
        }
        String digits = number.unscaledValue().abs().toString();
        String mantissa = digits.length() == 1 ? digits : digits.charAt(0) + "." + digits.substring(1);
        String power = (Math.abs(exponent) < 10 ? "0" : "") + Math.abs(exponent);
        return (number.signum() < 0 ? "-" : "") + mantissa + "e" + (exponent < 0 ? "-" : "+") + power;
    }

    private static String quoted(String text) {
        char quote = text.contains("'") && !text.contains("\"") ? '"' : '\'';
        StringBuilder out = new StringBuilder().append(quote);
        text.codePoints().forEach(c -> appendQuoted(out, c, quote));
        return out.append(quote).toString();
    }

    private static void appendQuoted(StringBuilder out, int c, char quote) {
        if (c == quote || c == '\\') {
            out.append('\\').appendCodePoint(c);
        } else if (c == '\n' || c == '\r' || c == '\t') {
            out.append(c == '\n' ? "\\n" : c == '\r' ? "\\r" : "\\t");
        } else if (c == ' ' || (UCharacter.isPrintable(c) && !UCharacter.isUWhiteSpace(c))) {
            out.appendCodePoint(c);
        } else {
            out.append(String.format(c < 0x100 ? "\\x%02x" : c < 0x10000 ? "\\u%04x" : "\\U%08x", c));
        }
    }
}
