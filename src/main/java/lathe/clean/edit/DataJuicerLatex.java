package lathe.clean.edit;

import com.google.re2j.Matcher;
import com.google.re2j.Pattern;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import lathe.clean.rule.Changes;
import lathe.clean.rule.Changes.Change;
import lathe.clean.rule.Edit;
import lathe.recipe.EditRules;

/**
 * LaTeX as data-juicer 1.6 cleans it: remove_comments_mapper (the character before an inline % goes with it),
 * expand_macro_mapper (macros without arguments, definitions stay), remove_header_mapper, remove_bibliography_mapper
 * (from an appendix on everything goes), in this order.
 */
final class DataJuicerLatex {
    private static final List<String> HEADINGS =
            List.of("chapter", "part", "section", "subsection", "subsubsection", "paragraph", "subparagraph");
    private static final List<Pattern> DEFINITIONS = List.of(
            Pattern.compile("(?m)\\\\newcommand\\*?\\{(\\\\[a-zA-Z0-9]+?)\\}\\{(.*?)\\}$"),
            Pattern.compile("(?m)\\\\def\\pZ*[\\s]*(\\\\[a-zA-Z0-9]+?)[\\s\\pZ]*\\{(.*?)\\}$"));
    /** Characters that may be looked at for all macros of a text; without a bound the time would be quadratic. */
    private static final long MOST_WORK = 1L << 30;

    private DataJuicerLatex() {}

    static Edit of(EditRules.Latex rule) {
        List<Edit> steps = new ArrayList<>();
        if (rule.comments()) {
            steps.add(DataJuicerLatex::inlineComments);
            steps.add(DataJuicerLatex::commentLines);
        }
        if (rule.macros()) {
            steps.add(DataJuicerLatex::macros);
        }
        if (rule.header()) {
            steps.add((text, changes) -> header(text, rule.dropWithoutHeader(), changes));
        }
        if (rule.bibliography()) {
            steps.add(DataJuicerLatex::bibliography);
        }
        return new Chain(steps, 1);
    }

    private static void inlineComments(String text, Changes changes) {
        int from = 0;
        for (int i = text.indexOf('%', 1); i >= 0; i = text.indexOf('%', i + 1)) {
            int before = i - 1 - (i > 1 && Character.isLowSurrogate(text.charAt(i - 1)) ? 1 : 0);
            int end = Characters.lineEnd(text, i);
            if (before >= from && text.charAt(i - 1) != '\\' && end > i + 1) {
                changes.delete(before, end);
                from = end;
                i = end - 1;
            }
        }
    }

    private static void commentLines(String text, Changes changes) {
        for (int start = 0; start < text.length(); ) {
            int next = Math.min(text.length(), Characters.lineEnd(text, start) + 1);
            if (text.charAt(start) == '%') {
                changes.delete(start, next);
            }
            start = next;
        }
    }

    private static void macros(String text, Changes changes) {
        Map<String, String> macros = new LinkedHashMap<>();
        for (Pattern definition : DEFINITIONS) {
            Matcher matcher = definition.matcher(text);
            while (matcher.find()) {
                macros.put(matcher.group(1), matcher.group(2));
            }
        }
        List<Change> all = List.of();
        String now = text;
        long work = 0;
        for (Map.Entry<String, String> macro : macros.entrySet()) {
            work += now.length();
            if (work > MOST_WORK || now.length() > 4L * text.length() + 65_536) {
                break;
            }
            Changes step = new Changes();
            expand(now, macro.getKey(), macro.getValue(), step);
            if (!step.isEmpty()) {
                all = Spans.compose(all, now, step.all());
                now = step.applyTo(now);
            }
        }
        for (Change change : all) {
            Spans.put(text, change.from(), change.to(), change.with(), changes);
        }
    }

    /** Replaces uses that a character other than an ASCII letter or digit follows, which is looked at only once. */
    private static void expand(String text, String name, String value, Changes changes) {
        for (int i = text.indexOf(name); i >= 0; i = text.indexOf(name, i)) {
            int end = i + name.length();
            if (end < text.length() && !Characters.isAsciiAlnum(text.charAt(end))) {
                changes.replace(i, end, value);
                end += Character.charCount(text.codePointAt(end));
            } else {
                end = i + 1;
            }
            i = end;
        }
    }

    private static void header(String text, boolean dropWithoutHeader, Changes changes) {
        int lastBrace = text.lastIndexOf('}');
        int option = -1;
        for (int i = text.indexOf('\\'); i >= 0; i = text.indexOf('\\', i + 1)) {
            int at = headingEnd(text, i);
            boolean found = at > 0 && at < lastBrace && text.charAt(at) == '{';
            if (!found && at > 0 && at < lastBrace && text.charAt(at) == '[') {
                option = option >= at ? option : text.indexOf("]{", at);
                option = option < 0 ? text.length() : option;
                found = option < lastBrace - 1;
            }
            if (found) {
                changes.delete(0, i);
                return;
            }
        }
        if (dropWithoutHeader) {
            changes.delete(0, text.length());
        }
    }

    private static int headingEnd(String text, int backslash) {
        int end = LatexParts.nameEnd(text, backslash);
        if (!HEADINGS.contains(text.substring(backslash + 1, end))) {
            return -1;
        }
        return end < text.length() && text.charAt(end) == '*' ? end + 1 : end;
    }

    private static void bibliography(String text, Changes changes) {
        int from = text.length();
        for (String part :
                List.of("\\appendix", "\\begin{references}", "\\begin{REFERENCES}", "\\begin{thebibliography}")) {
            int at = text.indexOf(part);
            from = at < 0 ? from : Math.min(from, at);
        }
        int command = text.indexOf("\\bibliography{");
        if (command >= 0 && text.indexOf('}', command) > 0) {
            from = Math.min(from, command);
        }
        changes.delete(from, text.length());
    }
}
