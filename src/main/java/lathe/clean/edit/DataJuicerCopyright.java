package lathe.clean.edit;

import java.util.Locale;
import lathe.clean.rule.Changes;
import lathe.clean.rule.Edit;

/**
 * Copyright notices as data-juicer's clean_copyright_mapper takes them out: the first comment of C, wherever it is, if
 * "copyright" is in it; where there is none, all lines from the first on that are empty or begin with //, # or --, so
 * that titles, includes and the line that names the interpreter go too.
 */
record DataJuicerCopyright() implements Edit {

    @Override
    public void edit(String text, Changes changes) {
        int open = text.indexOf("/*");
        int close = open < 0 ? -1 : text.indexOf("*/", open + 2);
        if (close >= 0) {
            if (text.substring(open, close).toLowerCase(Locale.ROOT).contains("copyright")) {
                changes.delete(open, close + 2);
            }
            return;
        }
        int at = 0;
        while (at < text.length() && isComment(text, at)) {
            at = Math.min(text.length(), Characters.lineEnd(text, at) + 1);
        }
        changes.delete(0, at);
    }

    private static boolean isComment(String text, int at) {
        return text.charAt(at) == '\n'
                || text.charAt(at) == '#'
                || text.startsWith("//", at)
                || text.startsWith("--", at);
    }
}
