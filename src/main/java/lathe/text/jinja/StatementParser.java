package lathe.text.jinja;

import java.util.ArrayList;
import java.util.List;
import lathe.text.jinja.Statement.Ending;
import lathe.text.jinja.lexis.Token;
import lathe.text.jinja.lexis.Token.Kind;
import lathe.text.jinja.lexis.TokenStream;
import lathe.text.jinja.value.Python;
import lathe.text.jinja.value.PythonText;
import lathe.text.jinja.value.TemplateFault;

/** Reads a template: text, values and tags. */
final class StatementParser {
    private static final int MOST_DEPTH = 200;

    private final TokenStream tokens;
    private final ExpressionParser expressions;
    private final Definitions definitions;
    private int depth;

    StatementParser(List<Token> tokens) {
        this.tokens = new TokenStream(tokens);
        expressions = new ExpressionParser(this.tokens);
        definitions = new Definitions(this, this.tokens, expressions);
    }

    /** The whole template. */
    Statement template() {
        Statement body = body();
        if (tokens.peek().kind() != Kind.END) {
            tokens.next();
            throw tokens.unexpected(tokens.peek());
        }
        return body;
    }

    /** Statements up to a tag that belongs to what is around them: its name comes next. */
    Statement body(String... ends) {
        deeper();
        List<Statement> statements = new ArrayList<>();
        while (tokens.peek().kind() != Kind.END && !isEnd(ends)) {
            int line = tokens.line();
            Statement statement = statement();
            statements.add((scope, out) -> runAt(line, statement, scope, out));
        }
        if (ends.length > 0) {
            tokens.require(Kind.BLOCK_BEGIN, "'{% " + ends[ends.length - 1] + " %}'");
        }
        depth--;
        return sequence(statements);
    }

    private void deeper() {
        if (++depth > MOST_DEPTH) {
            throw new TemplateFault("tags are nested too deep").at(tokens.line());
        }
    }

    private boolean isEnd(String... ends) {
        String name = tokens.peek(1).text();
        boolean meant =
                ends.length == 0 ? name.startsWith("end") : List.of(ends).contains(name);
        return tokens.peek().kind() == Kind.BLOCK_BEGIN && meant;
    }

    private static Ending runAt(int line, Statement statement, Scope scope, Output out) {
        try {
            scope.budget().charge(1);
            return statement.run(scope, out);
        } catch (TemplateFault e) {
            throw e.at(line);
        }
    }

    private static Statement sequence(List<Statement> statements) {
        return (scope, out) -> {
            for (Statement statement : statements) {
                Ending ending = statement.run(scope, out);
                if (ending != Ending.DONE) {
                    return ending;
                }
            }
            return Ending.DONE;
        };
    }

    private Statement statement() {
        Token token = tokens.next();
        return switch (token.kind()) {
            case TEXT -> (scope, out) -> write(out, token.text());
            case VALUE_BEGIN -> value();
            case BLOCK_BEGIN -> tag();
            default -> throw tokens.unexpected(token);
        };
    }

    static Ending write(Output out, String text) {
        out.write(text);
        return Ending.DONE;
    }

    private Statement value() {
        Expression value = expressions.several(true);
        tokens.require(Kind.VALUE_END, "'}}'");
        return (scope, out) -> write(out, PythonText.str(value.evaluate(scope)));
    }

    private Statement tag() {
        Token name = tokens.next();
        return switch (name.text()) {
            case "if" -> branch();
            case "for" -> loop();
            case "set" -> definitions.assignment();
            case "macro" -> definitions.macro();
            case "call" -> definitions.callBlock();
            case "filter" -> definitions.filterBlock();
            case "with" -> definitions.with();
            case "generation" -> generation();
            case "break" -> ending(Ending.BREAK);
            case "continue" -> ending(Ending.CONTINUE);
            default -> throw new TemplateFault("no such tag in a chat template: " + name.text()).at(name.line());
        };
    }

    void endTag() {
        tokens.require(Kind.BLOCK_END, "'%}'");
    }

    private Statement ending(Ending ending) {
        endTag();
        return (scope, out) -> ending;
    }

    private Statement branch() {
        Expression condition = expressions.several(false);
        endTag();
        Statement yes = body("elif", "else", "endif");
        String next = tokens.next().text();
        Statement no = sequence(List.of());
        if (next.equals("elif")) {
            deeper();
            no = branch();
            depth--;
        } else {
            endTag();
        }
        if (next.equals("else")) {
            no = body("endif");
            tokens.next();
            endTag();
        }
        Statement other = no;
        return (scope, out) -> Python.truth(condition.evaluate(scope)) ? yes.run(scope, out) : other.run(scope, out);
    }

    private Statement loop() {
        Target target = target();
        tokens.requireName("in");
        Expression items = expressions.several(false);
        Expression only = tokens.takesName("if") ? expressions.expression() : scope -> true;
        endTag();
        Statement body = body("else", "endfor");
        Statement otherwise = sequence(List.of());
        if (tokens.next().text().equals("else")) {
            endTag();
            otherwise = body("endfor");
            tokens.next();
        }
        endTag();
        return new Loop(target, items, only, body, otherwise);
    }

    Target target() {
        List<String> names = new ArrayList<>();
        boolean bracketed = tokens.takes("(");
        names.add(tokens.require(Kind.NAME, "a name"));
        boolean several = false;
        while (tokens.takes(",")) {
            several = true;
            if (tokens.peek().kind() == Kind.NAME && !tokens.is(Kind.NAME, "in")) {
                names.add(tokens.next().text());
            }
        }
        if (bracketed) {
            tokens.require(")");
        }
        return new Target(names, several);
    }

    private Statement generation() {
        endTag();
        Statement body = body("endgeneration");
        tokens.next();
        endTag();
        return (scope, out) -> {
            int from = out.length();
            Ending ending = body.run(scope.inner(), out);
            out.markGenerated(from);
            return ending;
        };
    }

    /** What a loop or an assignment gives values to. */
    record Target(List<String> names, boolean several) {}
}
