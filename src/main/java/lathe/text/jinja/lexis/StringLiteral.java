package lathe.text.jinja.lexis;

import lathe.text.jinja.value.TemplateFault;

/** What the escapes in a string of a template stand for: those of Python. */
final class StringLiteral {
    private static final String PLAIN = "ntrabfv\\'\"";
    private static final String MEANING = "\n\t\r\u0007\b\f\u000b\\'\"";

    private final String text;
    private final StringBuilder out = new StringBuilder();
    private int at;

    private StringLiteral(String text) {
        this.text = text;
    }

    static String unescaped(String text) {
        return text.indexOf('\\') < 0 ? text : new StringLiteral(text).read();
    }

    private String read() {
        while (at < text.length()) {
            char c = text.charAt(at++);
            if (c == '\\' && at < text.length()) {
                escape(text.charAt(at++));
            } else {
                out.append(c);
            }
        }
        return out.toString();
    }

    private void escape(char kind) {
        int plain = PLAIN.indexOf(kind);
        if (plain >= 0) {
            out.append(MEANING.charAt(plain));
        } else if (kind == 'x' || kind == 'u' || kind == 'U') {
            number(kind == 'x' ? 2 : kind == 'u' ? 4 : 8);
        } else if (kind >= '0' && kind <= '7') {
            octal();
        } else if (kind != '\n') {
            out.append('\\').append(kind);
        }
    }

    private void number(int digits) {
        int end = Math.min(text.length(), at + digits);
        String hex = text.substring(at, end);
        if (!hex.matches("[0-9a-fA-F]{" + digits + "}") || Long.parseLong(hex, 16) > Character.MAX_CODE_POINT) {
            throw new TemplateFault("no such character: \\" + text.charAt(at - 1) + hex);
        }
        out.appendCodePoint(Integer.parseInt(hex, 16));
        at = end;
    }

    private void octal() {
        int from = at - 1;
        while (at < text.length() && at < from + 3 && text.charAt(at) >= '0' && text.charAt(at) <= '7') {
            at++;
        }
        out.appendCodePoint(Integer.parseInt(text.substring(from, at), 8));
    }
}
