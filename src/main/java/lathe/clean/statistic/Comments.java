package lathe.clean.statistic;

import lathe.clean.rule.View;

/**
 * Characters of source code that stand in comments, their marks included. The family of languages is told from the
 * lines: brackets and semicolons at their ends (C, Java, JavaScript …), colons at their ends and number signs at their
 * beginnings (Python, shell …), two hyphens (SQL, Lua, Haskell), or markup. Strings are no comments, but Python's
 * documentation strings are.
 */
final class Comments {
    private static final String SIGNS = "/#-<\"'`";
    private static final String QUOTES = "\"'`";

    private final String text;
    private int at;
    private int sum;

    private Comments(String text) {
        this.text = text;
    }

    /** Share of the characters of a text that stand in comments. */
    static double share(View view) {
        return Shares.of(characters(view), view.text().length());
    }

    static int characters(View view) {
        CodeFamily family = CodeFamily.of(view);
        Comments comments = new Comments(view.text());
        while (comments.at < view.text().length()) {
            comments.step(family);
        }
        return comments.sum;
    }

    private void step(CodeFamily family) {
        if (SIGNS.indexOf(text.charAt(at)) < 0) {
            at++;
        } else {
            sign(family);
        }
    }

    private void sign(CodeFamily family) {
        boolean comment =
                switch (family) {
                    case SLASHES -> toLineEnd("//") || between("/*", "*/");
                    case NUMBER_SIGNS ->
                        documentation("\"\"\"") || documentation("'''") || (afterBlank() && toLineEnd("#"));
                    case HYPHENS -> toLineEnd("--") || between("/*", "*/");
                    case MARKUP -> between("<!--", "-->");
                };
        if (!comment) {
            skip(family);
        }
    }

    private void skip(CodeFamily family) {
        char c = text.charAt(at);
        if (family != CodeFamily.MARKUP && QUOTES.indexOf(c) >= 0) {
            string(c);
        } else {
            at++;
        }
    }

    private boolean toLineEnd(String mark) {
        return text.startsWith(mark, at) && take(lineEnd(at));
    }

    private boolean between(String open, String close) {
        if (!text.startsWith(open, at)) {
            return false;
        }
        int end = text.indexOf(close, at + open.length());
        return take(end < 0 ? text.length() : end + close.length());
    }

    /** A string in three quotes that is a statement of its own. */
    private boolean documentation(String quotes) {
        return text.startsWith(quotes, at) && firstOfLine() && between(quotes, quotes);
    }

    private boolean take(int end) {
        sum += end - at;
        at = end;
        return true;
    }

    private boolean firstOfLine() {
        int before = at - 1;
        while (before >= 0 && (text.charAt(before) == ' ' || text.charAt(before) == '\t')) {
            before--;
        }
        return before < 0 || text.charAt(before) == '\n';
    }

    private boolean afterBlank() {
        return at == 0 || Character.isWhitespace(text.charAt(at - 1));
    }

    /** Goes behind a string, or behind the quote where none closes in its line. */
    private void string(char quote) {
        int end = lineEnd(at);
        for (int i = at + 1; i < end; i++) {
            if (text.charAt(i) == '\\') {
                i++;
            } else if (text.charAt(i) == quote) {
                at = i + 1;
                return;
            }
        }
        at++;
    }

    private int lineEnd(int from) {
        int end = text.indexOf('\n', from);
        return end < 0 ? text.length() : end;
    }
}
