package lathe.text.jinja.lexis;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import lathe.text.jinja.lexis.Token.Kind;
import lathe.text.jinja.value.TemplateFault;

/**
 * Cuts a template into tokens, with Jinja's rules for blanks as transformers sets them: {@code trim_blocks} and
 * {@code lstrip_blocks} are on, one line's end at the end of the template is dropped.
 */
public final class Lexer {
    private static final int MOST_IN_TAG = 4000;
    private static final Pattern OPENING = Pattern.compile("\\{[%{#]");
    private static final Pattern RAW = Pattern.compile("\\{%[-+]?\\s*raw\\s*(-?)%\\}");
    private static final Pattern RAW_END = Pattern.compile("\\{%([-+]?)\\s*endraw\\s*([-+]?)%\\}");
    private static final Pattern INSIDE = Pattern.compile(
            "(?<real>\\d[\\d_]*(?:\\.\\d[\\d_]*(?:[eE][+-]?\\d+)?|[eE][+-]?\\d+))|(?<integer>\\d[\\d_]*)"
                    + "|(?<name>[\\p{L}_][\\p{L}\\p{N}_]*)|(?<string>'(?:[^'\\\\]|\\\\.)*+'|\"(?:[^\"\\\\]|\\\\.)*+\")"
                    + "|(?<operator>\\*\\*|//|==|!=|<=|>=|[-+*/%~<>=.,:|()\\[\\]{}])",
            Pattern.DOTALL);

    private final String source;
    private final List<Token> tokens = new ArrayList<>();
    private int at;
    private int line = 1;
    /** Whether what was read last ended a line. */
    private boolean lineStart = true;

    private Lexer(String source) {
        this.source = source;
    }

    /** The tokens of a template. */
    public static List<Token> tokens(String template) {
        String unix = template.replace("\r\n", "\n").replace('\r', '\n');
        Lexer lexer = new Lexer(unix.endsWith("\n") ? unix.substring(0, unix.length() - 1) : unix);
        lexer.read();
        return lexer.tokens;
    }

    private void read() {
        Matcher opening = OPENING.matcher(source);
        while (opening.find(at)) {
            int tag = opening.start();
            Matcher raw = RAW.matcher(source).region(tag, source.length());
            if (raw.lookingAt()) {
                text(tag, false);
                readRaw(raw);
            } else if (source.startsWith("{#", tag)) {
                text(tag, false);
                skipComment();
            } else {
                text(tag, source.startsWith("{{", tag));
                readTag(source.startsWith("{{", tag));
            }
        }
        add(Kind.TEXT, source.substring(at));
        add(Kind.END, "");
    }

    /** The text before a tag, less the blanks that the tag takes. */
    private void text(int tag, boolean value) {
        String text = source.substring(at, tag);
        char sign = tag + 2 < source.length() ? source.charAt(tag + 2) : ' ';
        if (sign == '-') {
            add(Kind.TEXT, withoutBlanks(text));
        } else {
            add(Kind.TEXT, sign == '+' || value ? text : withoutMargin(text));
        }
        line += (int) text.chars().filter(c -> c == '\n').count();
        at = tag;
    }

    private static String withoutBlanks(String text) {
        int end = text.length();
        while (end > 0 && isBlank(text.charAt(end - 1))) {
            end--;
        }
        return text.substring(0, end);
    }

    private String withoutMargin(String text) {
        int begin = text.lastIndexOf('\n') + 1;
        boolean whole = begin > 0 || lineStart;
        return whole && text.substring(begin).chars().allMatch(Lexer::isBlank) ? text.substring(0, begin) : text;
    }

    private static boolean isBlank(int c) {
        return Character.isWhitespace(c) || c == '\u00a0' || c == '\u0085' || Character.isSpaceChar(c);
    }

    private void add(Kind kind, String text) {
        if (kind != Kind.TEXT || !text.isEmpty()) {
            tokens.add(new Token(kind, text, line));
        }
    }

    /** Goes on behind a tag that ends, with the blanks that go with it. */
    private void passEnd(int end, char sign, boolean block) {
        int to = end;
        if (sign == '-') {
            while (to < source.length() && isBlank(source.charAt(to))) {
                to++;
            }
        } else if (sign != '+' && block && source.startsWith("\n", to)) {
            to++;
        }
        advance(to);
    }

    private void advance(int to) {
        for (int i = at; i < to; i++) {
            line += source.charAt(i) == '\n' ? 1 : 0;
        }
        lineStart = to > 0 && source.charAt(to - 1) == '\n';
        at = to;
    }

    private void skipComment() {
        int end = source.indexOf("#}", at + 2);
        if (end < 0) {
            throw new TemplateFault("a comment has no end").at(line);
        }
        passEnd(end + 2, end > at + 2 ? source.charAt(end - 1) : ' ', true);
    }

    private void readRaw(Matcher raw) {
        passEnd(raw.end(), raw.group(1).isEmpty() ? '+' : '-', true);
        Matcher end = RAW_END.matcher(source);
        if (!end.find(at)) {
            throw new TemplateFault("raw has no endraw").at(line);
        }
        text(end.start(), false);
        passEnd(end.end(), end.group(2).isEmpty() ? ' ' : end.group(2).charAt(0), true);
    }

    private void readTag(boolean value) {
        char sign = at + 2 < source.length() ? source.charAt(at + 2) : ' ';
        add(value ? Kind.VALUE_BEGIN : Kind.BLOCK_BEGIN, value ? "{{" : "{%");
        advance(sign == '-' || (sign == '+' && !value) ? at + 3 : at + 2);
        String closing = value ? "}}" : "%}";
        int braces = 0;
        for (int count = 0; count < MOST_IN_TAG; count++) {
            skipBlanks();
            if (braces == 0 && isClosing(closing, !value)) {
                close(closing, value);
                return;
            }
            Token token = next();
            tokens.add(token);
            braces += token.kind() != Kind.OPERATOR
                    ? 0
                    : "([{".contains(token.text()) ? 1 : ")]}".contains(token.text()) ? -1 : 0;
        }
        throw new TemplateFault("a tag is too long").at(line);
    }

    private void skipBlanks() {
        int to = at;
        while (to < source.length() && isBlank(source.charAt(to))) {
            to++;
        }
        advance(to);
    }

    private boolean isClosing(String closing, boolean plusToo) {
        boolean signed = source.startsWith("-", at) || (plusToo && source.startsWith("+", at));
        return source.startsWith(closing, at) || (signed && source.startsWith(closing, at + 1));
    }

    private void close(String closing, boolean value) {
        char sign = source.startsWith(closing, at) ? ' ' : source.charAt(at);
        add(value ? Kind.VALUE_END : Kind.BLOCK_END, closing);
        passEnd(at + (sign == ' ' ? 2 : 3), sign, !value);
    }

    private Token next() {
        Matcher inside = INSIDE.matcher(source).region(at, source.length());
        if (!inside.lookingAt()) {
            String what = at < source.length() ? "cannot read '" + source.charAt(at) + "'" : "a tag has no end";
            throw new TemplateFault(what).at(line);
        }
        Token token = token(inside);
        advance(inside.end());
        return token;
    }

    private Token token(Matcher found) {
        String text = found.group();
        if (found.group("string") != null) {
            return new Token(Kind.STRING, StringLiteral.unescaped(text.substring(1, text.length() - 1)), line);
        }
        if (found.group("name") != null) {
            return new Token(Kind.NAME, text, line);
        }
        if (found.group("operator") != null) {
            return new Token(Kind.OPERATOR, text, line);
        }
        Kind kind = found.group("real") != null ? Kind.REAL : Kind.INTEGER;
        return new Token(kind, text.replace("_", ""), line);
    }
}
