package lathe.clean.edit;

import java.util.List;
import java.util.Set;
import lathe.clean.rule.Changes;

/** Where the parts of a LaTeX text are. */
final class LatexParts {
    private static final Set<String> SECTIONS =
            Set.of("part", "chapter", "section", "subsection", "subsubsection", "paragraph", "subparagraph");
    private static final Set<String> LISTS = Set.of("thebibliography", "references", "REFERENCES");
    private static final Set<String> COMMANDS =
            Set.of("bibliography", "bibliographystyle", "printbibliography", "addbibresource");

    private LatexParts() {}

    /** Behind the letters of a command that begins at a backslash; behind one other character where there are none. */
    static int nameEnd(String text, int backslash) {
        int end = backslash + 1;
        while (end < text.length() && Characters.isAsciiLetter(text.charAt(end))) {
            end++;
        }
        return end == backslash + 1 ? Math.min(text.length(), end + 1) : end;
    }

    /** Where the first heading begins, or -1. */
    static int firstSection(String text) {
        for (int i = text.indexOf('\\'); i >= 0; ) {
            int end = nameEnd(text, i);
            if (SECTIONS.contains(text.substring(i + 1, end)) && takesTitle(text, end)) {
                return i;
            }
            i = text.indexOf('\\', end);
        }
        return -1;
    }

    private static boolean takesTitle(String text, int at) {
        int next = at;
        while (next < text.length() && (text.charAt(next) == ' ' || text.charAt(next) == '*')) {
            next++;
        }
        return next < text.length() && (text.charAt(next) == '{' || text.charAt(next) == '[');
    }

    /** Takes out lists of references and the commands that make them; what follows, such as an appendix, stays. */
    static void bibliography(String text, Changes changes) {
        for (int i = text.indexOf('\\'); i >= 0; ) {
            int end = nameEnd(text, i);
            String name = text.substring(i + 1, end);
            int to = name.equals("begin") ? listEnd(text, end) : COMMANDS.contains(name) ? argumentsEnd(text, end) : -1;
            if (to > 0) {
                changes.delete(i, to);
                end = to;
            }
            i = text.indexOf('\\', end);
        }
    }

    private static int listEnd(String text, int at) {
        for (String list : LISTS) {
            if (text.startsWith("{" + list + "}", at)) {
                String last = "\\end{" + list + "}";
                int end = text.indexOf(last, at);
                return end < 0 ? text.length() : end + last.length();
            }
        }
        return -1;
    }

    /** Behind a command's arguments, each of which ends on its line. */
    private static int argumentsEnd(String text, int from) {
        int at = from;
        for (String pair : List.of("[]", "{}")) {
            if (at < text.length() && text.charAt(at) == pair.charAt(0)) {
                int end = text.indexOf(pair.charAt(1), at);
                at = end < 0 || end > Characters.lineEnd(text, at) ? at : end + 1;
            }
        }
        return at;
    }
}
