package lathe.text.jinja.lexis;

import java.util.List;
import lathe.text.jinja.lexis.Token.Kind;
import lathe.text.jinja.value.TemplateFault;

/** Tokens, one after another. */
public final class TokenStream {
    private final List<Token> tokens;
    private int at;

    public TokenStream(List<Token> tokens) {
        this.tokens = tokens;
    }

    public Token peek() {
        return peek(0);
    }

    /** A token that comes later; the last one from the end on. */
    public Token peek(int ahead) {
        return tokens.get(Math.min(at + ahead, tokens.size() - 1));
    }

    public Token next() {
        Token token = peek();
        at++;
        return token;
    }

    public int line() {
        return peek().line();
    }

    public boolean is(Kind kind, String text) {
        return peek().is(kind, text);
    }

    /** Takes an operator if it comes next. */
    public boolean takes(String operator) {
        return takes(Kind.OPERATOR, operator);
    }

    /** Takes a word if it comes next. */
    public boolean takesName(String name) {
        return takes(Kind.NAME, name);
    }

    private boolean takes(Kind kind, String text) {
        boolean there = is(kind, text);
        at += there ? 1 : 0;
        return there;
    }

    public void require(String operator) {
        if (!takes(operator)) {
            throw new TemplateFault("expected '" + operator + "', found " + peek().named()).at(line());
        }
    }

    /** Takes a token of a kind and gives what it says. */
    public String require(Kind kind, String what) {
        if (peek().kind() != kind) {
            throw new TemplateFault("expected " + what + ", found " + peek().named()).at(line());
        }
        return next().text();
    }

    public void requireName(String name) {
        if (!takesName(name)) {
            throw new TemplateFault("expected '" + name + "', found " + peek().named()).at(line());
        }
    }

    /** Whether nothing of a tuple can come here. */
    public boolean endsTuple() {
        Token token = peek();
        return switch (token.kind()) {
            case BLOCK_END, VALUE_END, END -> true;
            case OPERATOR -> ")]}=".contains(token.text());
            case NAME -> token.text().equals("in") || token.text().equals("recursive");
            default -> false;
        };
    }

    public TemplateFault unexpected(Token token) {
        return new TemplateFault("did not expect " + token.named()).at(token.line());
    }
}
