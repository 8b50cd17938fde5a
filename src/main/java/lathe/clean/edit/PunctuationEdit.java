package lathe.clean.edit;

import lathe.clean.rule.Changes;
import lathe.clean.rule.Edit;
import lathe.recipe.EditRules;
import lathe.recipe.PunctuationForm;

/**
 * Gives punctuation the form of the script that it stands in: full-width behind a Chinese character, ASCII between
 * letters of other scripts. Decimals, file names, links and marks between both scripts stay.
 */
record PunctuationEdit(PunctuationForm form, boolean plain) implements Edit {
    private static final String ASCII = ",.!?:;";
    private static final String WIDE = "，。！？：；";
    private static final String CLOSERS = "”’」』）》】〉)]}\"'";
    private static final String ASIAN = "、．《》〈〉「」『』【】％";
    private static final String ASIAN_PLAIN = ",.\"\"<>\"\"\"\"[]%";

    static Edit of(EditRules.Punctuation rule) {
        return new PunctuationEdit(rule.form(), rule.plain());
    }

    @Override
    public void edit(String text, Changes changes) {
        if (!hasWork(text)) {
            return;
        }
        Neighbours near = new Neighbours(text);
        Brackets brackets = new Brackets(text, near, form);
        for (int i = 0; i < text.length(); ) {
            char c = text.charAt(i);
            i = Characters.isAsciiAlnum(c) || c == ' ' || c == '\n' ? i + 1 : mark(text, i, c, near, brackets, changes);
        }
    }

    private boolean hasWork(String text) {
        return form == PunctuationForm.CHINESE || text.chars().anyMatch(c -> c >= 0x80);
    }

    /** Changes a mark if it has to be, and returns where to go on. */
    private int mark(String text, int i, char c, Neighbours near, Brackets brackets, Changes changes) {
        int next = i + 1;
        if (c == '(' || c == ')') {
            if (brackets.becomesChinese(i)) {
                changes.replace(i, next, c == '(' ? "（" : "）");
            }
        } else if (c == '（' || c == '）') {
            if (brackets.becomesAscii(i)) {
                boolean space = c == '（' ? i > 0 && isWord(text, i - 1) : next < text.length() && isWord(text, next);
                changes.replace(i, next, c == '（' ? (space ? " (" : "(") : (space ? ") " : ")"));
            }
        } else if (ASCII.indexOf(c) >= 0) {
            if (form != PunctuationForm.ASCII && becomesChinese(text, i, c)) {
                next = isBeforeChinese(text, next) ? next + 1 : next;
                changes.replace(i, next, String.valueOf(WIDE.charAt(ASCII.indexOf(c))));
            }
        } else if (c >= 0x80 && form != PunctuationForm.CHINESE) {
            return narrow(text, i, c, near, changes);
        }
        return next;
    }

    /** A space, and then a Chinese character: full-width marks bring their own space. */
    private static boolean isBeforeChinese(String text, int at) {
        return at + 1 < text.length() && text.charAt(at) == ' ' && Characters.isCjk(text.codePointAt(at + 1));
    }

    private boolean becomesChinese(String text, int at, char c) {
        char before = at == 0 ? '\n' : text.charAt(at - 1);
        char after = at + 1 == text.length() ? '\n' : text.charAt(at + 1);
        if (before == c || after == c) {
            return false;
        }
        boolean stays =
                switch (c) {
                    case '.' -> Characters.isAsciiAlnum(after) || "/\\_*".indexOf(after) >= 0 || isNumbering(text, at);
                    case ':' -> "/()-\\".indexOf(after) >= 0;
                    case '!', '?' -> after == '=';
                    default -> false;
                };
        if (stays) {
            return false;
        }
        return form == PunctuationForm.CHINESE
                ? !(Characters.isAsciiAlnum(before) && (Characters.isAsciiAlnum(after) || c == ':'))
                : isBehindChinese(text, at);
    }

    /** 一. and the like at the beginning of a line. */
    private static boolean isNumbering(String text, int at) {
        return at == 1 || (at > 1 && text.charAt(at - 2) == '\n');
    }

    private static boolean isBehindChinese(String text, int at) {
        int before = at - 1;
        while (before >= 0 && at - before < 8 && CLOSERS.indexOf(text.charAt(before)) >= 0) {
            before--;
        }
        return before >= 0 && Characters.isCjk(text.codePointBefore(before + 1));
    }

    private int narrow(String text, int i, char c, Neighbours near, Changes changes) {
        int next = i + 1;
        if (c == '—') {
            while (next < text.length() && text.charAt(next) == '—') {
                next++;
            }
        }
        if (form == PunctuationForm.AUTO && !near.isOther(i, next - 1)) {
            return next;
        }
        String with = WIDE.indexOf(c) >= 0 ? spaced(text, i, ASCII.charAt(WIDE.indexOf(c))) : asciiOf(text, i, next, c);
        if (!with.isEmpty()) {
            changes.replace(i, next, with);
        }
        return next;
    }

    /** A mark with a space behind it where it was full-width in front of a word. */
    private static String spaced(String text, int at, char mark) {
        if (at + 1 == text.length() || !(isWord(text, at + 1) || text.charAt(at + 1) == '（')) {
            return String.valueOf(mark);
        }
        boolean digits = at > 0 && Character.isDigit(text.charAt(at - 1)) && Character.isDigit(text.charAt(at + 1));
        return digits ? String.valueOf(mark) : mark + " ";
    }

    private String asciiOf(String text, int from, int to, char c) {
        if (plain) {
            String with = plainForm(text, from, to, c);
            if (!with.isEmpty()) {
                return with;
            }
        }
        int index = form == PunctuationForm.ASCII ? ASIAN.indexOf(c) : -1;
        if (index < 0) {
            return "";
        }
        return index < 1 ? spaced(text, from, ',') : String.valueOf(ASIAN_PLAIN.charAt(index));
    }

    private static String plainForm(String text, int from, int to, char c) {
        return switch (c) {
            case '“', '”', '„', '‟' -> "\"";
            case '‘', '’', '‚', '‛', '´' -> "'";
            case '–' -> "-";
            case '—' -> from > 0 && to < text.length() && isWord(text, from - 1) && isWord(text, to) ? " - " : "-";
            case '…' -> "...";
            default -> "";
        };
    }

    private static boolean isWord(String text, int at) {
        return Character.isLetterOrDigit(text.charAt(at));
    }
}
