package lathe.clean.edit;

import java.lang.Character.UnicodeScript;
import java.util.ArrayList;
import java.util.List;
import lathe.clean.rule.Changes;
import lathe.clean.rule.Edit;
import lathe.recipe.EditRules;
import lathe.text.Unicode;

/** Makes blanks and line ends of all kinds one, then cuts what is too much of them. */
final class Whitespace {
    private Whitespace() {}

    static Edit of(EditRules.Whitespace rule) {
        List<Edit> steps = new ArrayList<>();
        if (rule.blanks()) {
            steps.add(Whitespace::blanks);
        }
        if (rule.collapse()) {
            steps.add(Whitespace::collapse);
        }
        if (rule.lineEnds()) {
            steps.add(Whitespace::lineEnds);
        }
        if (rule.newlines() > 0) {
            steps.add((text, changes) -> newlines(text, rule.newlines(), changes));
        }
        return new Chain(steps, 1);
    }

    /** Line ends become \n and blanks a space, but for tabs; blanks without width go, but for joiners. */
    private static void blanks(String text, Changes changes) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '\n' || c == '\t' || c == ' ' || (c > 0x20 && c < 0x85)) {
                continue;
            }
            if (c == '\r' && i + 1 < text.length() && text.charAt(i + 1) == '\n') {
                changes.delete(i, i + 1);
            } else if (isLineEnd(c)) {
                changes.replace(i, i + 1, "\n");
            } else if (Unicode.isWhiteSpace(c)) {
                changes.replace(i, i + 1, " ");
            } else if (isWidthless(c)) {
                int to = i + 1;
                while (to < text.length() && isWidthless(text.charAt(to))) {
                    to++;
                }
                if (!partsWords(text, i, to)) {
                    changes.delete(i, to);
                }
                i = to - 1;
            }
        }
    }

    private static boolean isLineEnd(char c) {
        return c == '\r' || c == 0x0B || c == '\f' || c == 0x85 || c == 0x2028 || c == 0x2029;
    }

    private static boolean isWidthless(char c) {
        return c == 0x200B || c == 0xFEFF;
    }

    /** In Khmer, Thai, Lao, Burmese and Tibetan a space without width is where a word ends. */
    private static boolean partsWords(String text, int from, int to) {
        return from > 0
                && to < text.length()
                && isUnspacedLetter(text.charAt(from - 1))
                && isUnspacedLetter(text.charAt(to));
    }

    private static boolean isUnspacedLetter(char c) {
        return switch (UnicodeScript.of(c)) {
            case THAI, LAO, KHMER, MYANMAR, TIBETAN -> true;
            default -> false;
        };
    }

    private static void collapse(String text, Changes changes) {
        boolean indent = true;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c != ' ' && c != '\t') {
                indent = c == '\n';
                continue;
            }
            int to = blanksEnd(text, i);
            if (!indent && to - i > 1 && !hasTab(text, i, to)) {
                changes.delete(i + 1, to);
            }
            i = to - 1;
        }
    }

    private static boolean hasTab(String text, int from, int to) {
        for (int i = from; i < to; i++) {
            if (text.charAt(i) == '\t') {
                return true;
            }
        }
        return false;
    }

    private static int blanksEnd(String text, int from) {
        int to = from;
        while (to < text.length() && (text.charAt(to) == ' ' || text.charAt(to) == '\t')) {
            to++;
        }
        return to;
    }

    private static void lineEnds(String text, Changes changes) {
        for (int i = 0; i < text.length(); i++) {
            int to = blanksEnd(text, i);
            if (to > i && (to == text.length() || text.charAt(to) == '\n')) {
                changes.delete(i, to);
            }
            i = to;
        }
    }

    private static void newlines(String text, int most, Changes changes) {
        for (int i = text.indexOf('\n'); i >= 0; i = text.indexOf('\n', i)) {
            int to = i;
            while (to < text.length() && text.charAt(to) == '\n') {
                to++;
            }
            if (to - i > most) {
                changes.delete(i + most, to);
            }
            i = to;
        }
    }
}
