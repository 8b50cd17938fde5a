package lathe.clean.edit;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/** Stretches of a LaTeX text that are printed as they are, where % and \ mean themselves. Used by one thread. */
final class LatexVerbatim {
    private static final Set<String> ENVIRONMENTS =
            Set.of("verbatim", "verbatim*", "Verbatim", "lstlisting", "minted", "alltt", "filecontents");
    private static final Set<String> LINKS = Set.of("url", "href", "nolinkurl", "path");

    private final String text;
    /** The next end of each environment from the last place asked on. */
    private final Map<String, Integer> ends = new HashMap<>();

    LatexVerbatim(String text) {
        this.text = text;
    }

    /** Behind the stretch if the command at a backslash begins one, or -1. */
    int end(int backslash) {
        int nameEnd = LatexParts.nameEnd(text, backslash);
        String name = text.substring(backslash + 1, nameEnd);
        if (name.equals("begin")) {
            return environmentEnd(nameEnd, ENVIRONMENTS);
        }
        boolean link = LINKS.contains(name);
        if (nameEnd >= text.length() || !(link || name.equals("verb") || name.equals("lstinline"))) {
            return -1;
        }
        int open = !link && text.charAt(nameEnd) == '*' ? nameEnd + 1 : nameEnd;
        char first = open < text.length() ? text.charAt(open) : '\n';
        if (first == '\n' || (link && first != '{')) {
            return -1;
        }
        int close = text.indexOf(first == '{' ? '}' : first, open + 1);
        return close < 0 || close > Characters.lineEnd(text, open) ? -1 : close + 1;
    }

    /** Behind the environment whose name stands in braces at a place, if it is one of some; or -1. */
    int environmentEnd(int at, Set<String> names) {
        int close = at < text.length() && text.charAt(at) == '{' ? text.indexOf('}', at) : -1;
        if (close < 0 || close - at > 32 || !names.contains(text.substring(at + 1, close))) {
            return -1;
        }
        String last = "\\end" + text.substring(at, close + 1);
        int known = ends.getOrDefault(last, -1);
        if (known < at) {
            int found = text.indexOf(last, close);
            known = found < 0 ? Integer.MAX_VALUE : found;
            ends.put(last, known);
        }
        return known == Integer.MAX_VALUE ? -1 : known + last.length();
    }
}
