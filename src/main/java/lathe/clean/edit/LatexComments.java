package lathe.clean.edit;

import java.util.Set;
import lathe.clean.rule.Changes;
import lathe.clean.rule.Edit;

/**
 * Takes comments out of LaTeX: from a % that no backslash makes a sign to the line's end; the whole line if nothing
 * else is in it; and comment environments. In verbatim text and links % is a sign.
 */
record LatexComments() implements Edit {
    private static final Set<String> COMMENT = Set.of("comment");

    @Override
    public void edit(String text, Changes changes) {
        LatexVerbatim verbatim = new LatexVerbatim(text);
        for (int i = 0; i < text.length(); ) {
            char c = text.charAt(i);
            if (c == '\\') {
                int comment = text.startsWith("\\begin", i) ? verbatim.environmentEnd(i + 6, COMMENT) : -1;
                if (comment > 0) {
                    changes.delete(i, comment);
                }
                // a backslash takes the next character with it: \% is a sign, \\% a break and a comment
                i = Math.max(comment, Math.max(verbatim.end(i), Math.min(i + 2, text.length())));
            } else if (c == '%') {
                i = comment(text, i, changes);
            } else {
                i++;
            }
        }
    }

    private static int comment(String text, int at, Changes changes) {
        int end = Characters.lineEnd(text, at);
        int from = at;
        while (from > 0 && (text.charAt(from - 1) == ' ' || text.charAt(from - 1) == '\t')) {
            from--;
        }
        boolean whole = from == 0 || text.charAt(from - 1) == '\n';
        int to = whole ? Math.min(text.length(), end + 1) : end;
        changes.delete(whole ? from : at, to);
        return to;
    }
}
