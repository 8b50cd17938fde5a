package lathe.text.jinja.library;

import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Map;
import lathe.text.jinja.value.TemplateFault;

/** A date as {@code strftime} writes it in English. */
final class DateText {
    private static final Map<Character, String> PATTERNS = Map.ofEntries(
            Map.entry('d', "dd"),
            Map.entry('m', "MM"),
            Map.entry('y', "yy"),
            Map.entry('Y', "yyyy"),
            Map.entry('b', "MMM"),
            Map.entry('B', "MMMM"),
            Map.entry('a', "EEE"),
            Map.entry('A', "EEEE"),
            Map.entry('H', "HH"),
            Map.entry('I', "hh"),
            Map.entry('M', "mm"),
            Map.entry('S', "ss"),
            Map.entry('p', "a"),
            Map.entry('j', "DDD"),
            Map.entry('F', "yyyy-MM-dd"),
            Map.entry('T', "HH:mm:ss"));

    private DateText() {}

    static String of(LocalDateTime date, String format) {
        StringBuilder out = new StringBuilder();
        for (int i = 0; i < format.length(); i++) {
            char c = format.charAt(i);
            if (c != '%' || i + 1 == format.length()) {
                out.append(c);
                continue;
            }
            char kind = format.charAt(++i);
            boolean bare = kind == '-' && i + 1 < format.length();
            String part = part(date, bare ? format.charAt(++i) : kind);
            out.append(bare ? part.replaceFirst("^0+(?=.)", "") : part);
        }
        return out.toString();
    }

    private static String part(LocalDateTime date, char kind) {
        if (kind == '%') {
            return "%";
        }
        String pattern = PATTERNS.get(kind);
        if (pattern == null) {
            throw new TemplateFault("strftime_now does not know %" + kind);
        }
        return date.format(DateTimeFormatter.ofPattern(pattern, Locale.ENGLISH));
    }
}
