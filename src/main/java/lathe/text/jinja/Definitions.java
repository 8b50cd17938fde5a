package lathe.text.jinja;

import java.util.LinkedHashMap;
import java.util.Map;
import lathe.text.jinja.Statement.Ending;
import lathe.text.jinja.StatementParser.Target;
import lathe.text.jinja.lexis.Token.Kind;
import lathe.text.jinja.lexis.TokenStream;
import lathe.text.jinja.value.Namespace;
import lathe.text.jinja.value.PythonText;
import lathe.text.jinja.value.TemplateFault;

/** Reads the tags that give names to values, and those that keep what is written to do something with it. */
final class Definitions {
    /** What a block wrote, as its filters see it: a name that no template can have. */
    private static final String CAPTURED = "";

    private final StatementParser statements;
    private final TokenStream tokens;
    private final ExpressionParser expressions;

    Definitions(StatementParser statements, TokenStream tokens, ExpressionParser expressions) {
        this.statements = statements;
        this.tokens = tokens;
        this.expressions = expressions;
    }

    Statement assignment() {
        if (tokens.peek(1).is(Kind.OPERATOR, ".")) {
            return attributeAssignment();
        }
        Target target = statements.target();
        if (tokens.takes("=")) {
            Expression value = expressions.several(true);
            statements.endTag();
            return (scope, out) -> {
                scope.set(target.names(), target.several(), value.evaluate(scope));
                return Ending.DONE;
            };
        }
        Statement captured = captured("endset");
        return (scope, out) -> {
            Output inside = new Output(scope.budget());
            captured.run(scope, inside);
            scope.set(target.names(), target.several(), inside.text());
            return Ending.DONE;
        };
    }

    private Statement attributeAssignment() {
        String name = tokens.require(Kind.NAME, "a name");
        tokens.require(".");
        String attribute = tokens.require(Kind.NAME, "a name");
        tokens.require("=");
        Expression value = expressions.several(true);
        statements.endTag();
        return (scope, out) -> {
            if (!(scope.get(name) instanceof Namespace namespace)) {
                throw new TemplateFault("only a namespace has attributes that can be set: " + name);
            }
            namespace.set(attribute, value.evaluate(scope));
            return Ending.DONE;
        };
    }

    /** What stands up to an end tag, through filters if there are any. */
    private Statement captured(String end) {
        Expression filters = filters(scope -> scope.get(CAPTURED));
        statements.endTag();
        Statement body = statements.body(end);
        tokens.next();
        statements.endTag();
        return (scope, out) -> {
            Output inside = new Output(scope.budget());
            body.run(scope.inner(), inside);
            Scope only = scope.inner();
            only.set(CAPTURED, inside.text());
            return StatementParser.write(out, PythonText.str(filters.evaluate(only)));
        };
    }

    private Expression filters(Expression value) {
        Expression through = value;
        while (tokens.takes("|")) {
            through = Operands.filter(expressions, through);
        }
        return through;
    }

    Statement filterBlock() {
        Expression filters = filters(Operands.filter(expressions, scope -> scope.get(CAPTURED)));
        Statement captured = captured("endfilter");
        return (scope, out) -> {
            Output inside = new Output(scope.budget());
            captured.run(scope, inside);
            Scope only = scope.inner();
            only.set(CAPTURED, inside.text());
            return StatementParser.write(out, PythonText.str(filters.evaluate(only)));
        };
    }

    Statement with() {
        Map<String, Expression> values = new LinkedHashMap<>();
        while (tokens.peek().kind() == Kind.NAME) {
            String name = tokens.next().text();
            tokens.require("=");
            values.put(name, expressions.expression());
            tokens.takes(",");
        }
        statements.endTag();
        Statement body = statements.body("endwith");
        tokens.next();
        statements.endTag();
        return (scope, out) -> {
            Scope inner = scope.inner();
            values.forEach((name, value) -> inner.set(name, value.evaluate(scope)));
            return body.run(inner, out);
        };
    }

    Statement macro() {
        String name = tokens.require(Kind.NAME, "a name");
        Map<String, Expression> parameters = parameters();
        statements.endTag();
        Macro macro = new Macro(name, parameters, macroBody("endmacro"));
        return (scope, out) -> {
            scope.set(name, macro.in(scope));
            return Ending.DONE;
        };
    }

    private Statement macroBody(String end) {
        Statement body = statements.body(end);
        tokens.next();
        statements.endTag();
        return body;
    }

    /** Names with their defaults; one without is undefined. */
    private Map<String, Expression> parameters() {
        Map<String, Expression> parameters = new LinkedHashMap<>();
        tokens.require("(");
        while (!tokens.takes(")")) {
            String name = tokens.require(Kind.NAME, "a name");
            parameters.put(name, tokens.takes("=") ? expressions.expression() : Macro.absent(name));
            if (!tokens.is(Kind.OPERATOR, ")")) {
                tokens.require(",");
            }
        }
        return parameters;
    }

    Statement callBlock() {
        Map<String, Expression> parameters = tokens.is(Kind.OPERATOR, "(") ? parameters() : Map.of();
        Expression call = expressions.expression();
        statements.endTag();
        Macro caller = new Macro("caller", parameters, macroBody("endcall"));
        return (scope, out) -> {
            Scope with = scope.inner();
            with.set("caller", caller.in(scope));
            return StatementParser.write(out, PythonText.str(call.evaluate(with)));
        };
    }
}
