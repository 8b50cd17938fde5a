package lathe.text.jinja.library;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import lathe.text.jinja.value.Arguments;
import lathe.text.jinja.value.None;
import lathe.text.jinja.value.Python;
import lathe.text.jinja.value.PythonText;
import lathe.text.jinja.value.TemplateFault;

/** JSON as Python's {@code json.dumps} lays it out; templates were trained on its blanks. */
final class JsonText {
    private final StringBuilder out = new StringBuilder();
    private final boolean ascii;
    private final String indent;
    private final boolean pretty;
    private final String between;
    private final String afterKey;
    private final boolean sorted;

    private JsonText(Arguments options) {
        ascii = options.flag(0, "ensure_ascii", false);
        Object step = options.get(1, "indent", None.NONE);
        pretty = step != None.NONE;
        indent = step instanceof String text ? text : pretty ? " ".repeat(Python.requireInt(step, "indent")) : "";
        Object separators = options.get(2, "separators", None.NONE);
        boolean given = separators instanceof List<?> pair && pair.size() == 2;
        between = given ? PythonText.str(Python.items(separators).get(0)) : pretty ? "," : ", ";
        afterKey = given ? PythonText.str(Python.items(separators).get(1)) : ": ";
        sorted = options.flag(3, "sort_keys", false);
    }

    /** A value as JSON; options are those of the filter {@code tojson}. */
    static String of(Object value, Arguments options) {
        JsonText json = new JsonText(options);
        json.write(value, 0);
        return json.out.toString();
    }

    private void write(Object value, int depth) {
        if (value instanceof String text) {
            quote(text);
        } else if (value instanceof List<?> list) {
            writeList(list, depth);
        } else if (value instanceof Map<?, ?> map) {
            writeMap(map, depth);
        } else if (value instanceof Double number) {
            out.append(real(number));
        } else if (value instanceof Boolean || value instanceof Long) {
            out.append(value);
        } else if (value == None.NONE) {
            out.append("null");
        } else {
            throw new TemplateFault("a " + Python.typeName(value) + " is no JSON");
        }
    }

    private static String real(double number) {
        return Double.isNaN(number)
                ? "NaN"
                : Double.isInfinite(number) ? (number > 0 ? "Infinity" : "-Infinity") : PythonText.real(number);
    }

    private void writeList(List<?> list, int depth) {
        if (list.isEmpty()) {
            out.append("[]");
            return;
        }
        out.append('[');
        for (int i = 0; i < list.size(); i++) {
            beginItem(i, depth + 1);
            write(list.get(i), depth + 1);
        }
        end(depth).append(']');
    }

    private void writeMap(Map<?, ?> map, int depth) {
        if (map.isEmpty()) {
            out.append("{}");
            return;
        }
        List<Map.Entry<?, ?>> entries = new ArrayList<>(map.entrySet());
        if (sorted) {
            entries.sort(Comparator.comparing(Map.Entry::getKey, Python::compare));
        }
        out.append('{');
        for (int i = 0; i < entries.size(); i++) {
            beginItem(i, depth + 1);
            quote(key(entries.get(i).getKey()));
            out.append(afterKey);
            write(entries.get(i).getValue(), depth + 1);
        }
        end(depth).append('}');
    }

    private static String key(Object key) {
        return key instanceof String text ? text : of(key, Arguments.NONE);
    }

    private void beginItem(int index, int depth) {
        out.append(index == 0 ? "" : between);
        if (pretty) {
            out.append('\n').append(indent.repeat(depth));
        }
    }

    private StringBuilder end(int depth) {
        return pretty ? out.append('\n').append(indent.repeat(depth)) : out;
    }

    private void quote(String text) {
        out.append('"');
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            int plain = "\"\\\n\r\t\b\f".indexOf(c);
            if (plain >= 0) {
                out.append('\\').append("\"\\nrtbf".charAt(plain));
            } else if (c < ' ' || (ascii && c > '~')) {
                out.append(String.format("\\u%04x", (int) c));
            } else {
                out.append(c);
            }
        }
        out.append('"');
    }
}
