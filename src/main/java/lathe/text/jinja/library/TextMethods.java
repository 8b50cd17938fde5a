package lathe.text.jinja.library;

import com.ibm.icu.lang.UCharacter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.IntPredicate;
import lathe.text.jinja.value.Arguments;
import lathe.text.jinja.value.Budget;
import lathe.text.jinja.value.Callable;
import lathe.text.jinja.value.None;
import lathe.text.jinja.value.Python;
import lathe.text.jinja.value.TemplateFault;
import lathe.text.jinja.value.Tuple;
import org.jspecify.annotations.Nullable;

/** Methods of Python's strings. */
final class TextMethods {
    private TextMethods() {}

    static @Nullable Callable of(String text, String name, Budget budget) {
        return switch (name) {
            case "strip" -> given -> strip(text, given, true, true);
            case "lstrip" -> given -> strip(text, given, true, false);
            case "rstrip" -> given -> strip(text, given, false, true);
            case "startswith" -> given -> affixes(given).stream().anyMatch(text::startsWith);
            case "endswith" -> given -> affixes(given).stream().anyMatch(text::endsWith);
            case "removeprefix" ->
                given -> text.startsWith(given.text(0, "prefix"))
                        ? text.substring(given.text(0, "prefix").length())
                        : text;
            case "removesuffix" -> given -> withoutSuffix(text, given.text(0, "suffix"));
            case "split" -> given -> split(text, given);
            case "rsplit" -> given -> splitFromRight(text, given);
            case "splitlines" -> given -> lines(text, given.flag(0, "keepends", false));
            case "partition" -> given -> partition(text, given.text(0, "sep"), false);
            case "rpartition" -> given -> partition(text, given.text(0, "sep"), true);
            case "join" -> given -> join(text, given, budget);
            case "replace" ->
                given ->
                        replace(text, given.text(0, "old"), given.text(1, "new"), given.number(2, "count", -1), budget);
            default -> other(text, name);
        };
    }

    private static @Nullable Callable other(String text, String name) {
        return switch (name) {
            case "upper" -> given -> text.toUpperCase(Locale.ROOT);
            case "lower" -> given -> text.toLowerCase(Locale.ROOT);
            case "capitalize" -> given -> capitalized(text);
            case "title" -> given -> titled(text);
            case "find" -> given -> codePoints(text, text.indexOf(given.text(0, "sub")));
            case "rfind" -> given -> codePoints(text, text.lastIndexOf(given.text(0, "sub")));
            case "count" -> given -> (long) occurrences(text, given.text(0, "sub"));
            case "isdigit" -> given -> all(text, UCharacter::isDigit);
            case "isalpha" -> given -> all(text, UCharacter::isLetter);
            case "isalnum" -> given -> all(text, UCharacter::isLetterOrDigit);
            case "isspace" -> given -> all(text, TextMethods::isSpace);
            case "isupper" -> given -> cased(text) && text.equals(text.toUpperCase(Locale.ROOT));
            case "islower" -> given -> cased(text) && text.equals(text.toLowerCase(Locale.ROOT));
            default -> null;
        };
    }

    /** Whether Python's {@code strip} takes a character away. */
    static boolean isSpace(int c) {
        return UCharacter.isUWhiteSpace(c) || (c >= 0x1c && c <= 0x1f);
    }

    static String strip(String text, Arguments given, boolean left, boolean right) {
        Object chars = given.get(0, "chars", None.NONE);
        IntPredicate gone = chars == None.NONE
                ? TextMethods::isSpace
                : c -> Python.requireText(chars, "strip").indexOf(c) >= 0;
        int from = 0;
        int to = text.length();
        while (left && from < to && gone.test(text.codePointAt(from))) {
            from += Character.charCount(text.codePointAt(from));
        }
        while (right && to > from && gone.test(text.codePointBefore(to))) {
            to -= Character.charCount(text.codePointBefore(to));
        }
        return text.substring(from, to);
    }

    private static List<String> affixes(Arguments given) {
        Object affix = given.require(0, "prefix");
        return affix instanceof Tuple
                ? Python.items(affix).stream()
                        .map(one -> Python.requireText(one, "startswith"))
                        .toList()
                : List.of(Python.requireText(affix, "startswith"));
    }

    private static String withoutSuffix(String text, String suffix) {
        return text.endsWith(suffix) ? text.substring(0, text.length() - suffix.length()) : text;
    }

    private static List<Object> split(String text, Arguments given) {
        int most = given.number(1, "maxsplit", -1);
        Object separator = given.get(0, "sep", None.NONE);
        return separator == None.NONE ? words(text, most) : split(text, Python.requireText(separator, "split"), most);
    }

    private static List<Object> split(String text, String separator, int most) {
        checkSeparator(separator);
        List<Object> parts = new ArrayList<>();
        int from = 0;
        for (int at = text.indexOf(separator); at >= 0 && parts.size() != most; at = text.indexOf(separator, from)) {
            parts.add(text.substring(from, at));
            from = at + separator.length();
        }
        parts.add(text.substring(from));
        return parts;
    }

    private static List<Object> splitFromRight(String text, Arguments given) {
        int most = given.number(1, "maxsplit", -1);
        Object separator = given.get(0, "sep", None.NONE);
        if (most < 0 || separator == None.NONE) {
            return split(text, new Arguments(List.of(separator), Map.of()));
        }
        String cut = Python.requireText(separator, "rsplit");
        checkSeparator(cut);
        List<Object> parts = new ArrayList<>();
        int to = text.length();
        for (int at = text.lastIndexOf(cut); at >= 0 && parts.size() != most; ) {
            parts.add(0, text.substring(at + cut.length(), to));
            to = at;
            at = to < cut.length() ? -1 : text.lastIndexOf(cut, to - cut.length());
        }
        parts.add(0, text.substring(0, to));
        return parts;
    }

    private static void checkSeparator(String separator) {
        if (separator.isEmpty()) {
            throw new TemplateFault("a text cannot be split at an empty separator");
        }
    }

    private static List<Object> words(String text, int most) {
        List<Object> words = new ArrayList<>();
        String rest = strip(text, Arguments.NONE, true, false);
        while (!rest.isEmpty()) {
            int end = words.size() == most ? rest.length() : firstSpace(rest);
            words.add(rest.substring(0, end));
            rest = strip(rest.substring(end), Arguments.NONE, true, false);
        }
        return words;
    }

    private static int firstSpace(String text) {
        int at = 0;
        while (at < text.length() && !isSpace(text.charAt(at))) {
            at++;
        }
        return at;
    }

    private static List<Object> lines(String text, boolean keepEnds) {
        List<Object> lines = new ArrayList<>();
        int from = 0;
        for (int i = 0; i < text.length(); i++) {
            if ("\n\r\u000b\u000c\u001c\u001d\u001e\u0085\u2028\u2029".indexOf(text.charAt(i)) < 0) {
                continue;
            }
            boolean two = text.charAt(i) == '\r' && i + 1 < text.length() && text.charAt(i + 1) == '\n';
            int end = two ? i + 2 : i + 1;
            lines.add(text.substring(from, keepEnds ? end : i));
            from = end;
            i = end - 1;
        }
        if (from < text.length()) {
            lines.add(text.substring(from));
        }
        return lines;
    }

    private static Tuple partition(String text, String separator, boolean last) {
        checkSeparator(separator);
        int at = last ? text.lastIndexOf(separator) : text.indexOf(separator);
        if (at < 0) {
            return new Tuple(last ? List.of("", "", text) : List.of(text, "", ""));
        }
        return new Tuple(List.of(text.substring(0, at), separator, text.substring(at + separator.length())));
    }

    private static String join(String separator, Arguments given, Budget budget) {
        List<String> parts = Python.items(given.require(0, "iterable")).stream()
                .map(part -> Python.requireText(part, "join"))
                .toList();
        return charged(String.join(separator, parts), budget);
    }

    static String replace(String text, String old, String fresh, int count, Budget budget) {
        int times = Math.min(occurrences(text, old), count < 0 ? Integer.MAX_VALUE : count);
        budget.charge(text.length() + (long) times * fresh.length());
        if (count < 0) {
            return text.replace(old, fresh);
        }
        StringBuilder out = new StringBuilder(text);
        for (int i = 0, at = 0; i < times; i++, at += fresh.length()) {
            at = out.indexOf(old, at);
            out.replace(at, at + old.length(), fresh);
            at += old.isEmpty() ? 1 : 0;
        }
        return out.toString();
    }

    static String charged(String text, Budget budget) {
        budget.charge(text.length());
        return text;
    }

    private static int occurrences(String text, String part) {
        if (part.isEmpty()) {
            return Python.length(text) + 1;
        }
        int count = 0;
        for (int at = text.indexOf(part); at >= 0; at = text.indexOf(part, at + part.length())) {
            count++;
        }
        return count;
    }

    private static long codePoints(String text, int at) {
        return at < 0 ? -1 : text.codePointCount(0, at);
    }

    static String capitalized(String text) {
        if (text.isEmpty()) {
            return text;
        }
        int first = text.offsetByCodePoints(0, 1);
        return UCharacter.toTitleCase(Locale.ROOT, text.substring(0, first), null)
                + text.substring(first).toLowerCase(Locale.ROOT);
    }

    /** Every run of letters begins with a capital. */
    static String titled(String text) {
        StringBuilder out = new StringBuilder();
        boolean inside = false;
        for (int i = 0; i < text.length(); i += Character.charCount(text.codePointAt(i))) {
            String one = Character.toString(text.codePointAt(i));
            out.append(inside ? one.toLowerCase(Locale.ROOT) : UCharacter.toTitleCase(Locale.ROOT, one, null));
            inside = UCharacter.isLetter(text.codePointAt(i));
        }
        return out.toString();
    }

    private static boolean all(String text, IntPredicate test) {
        return !text.isEmpty() && text.codePoints().allMatch(test);
    }

    private static boolean cased(String text) {
        return text.codePoints().anyMatch(c -> UCharacter.isUUppercase(c) || UCharacter.isULowercase(c));
    }
}
