package lathe.text.jinja;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import lathe.text.jinja.lexis.Token;
import lathe.text.jinja.lexis.Token.Kind;
import lathe.text.jinja.lexis.TokenStream;
import lathe.text.jinja.library.Filters;
import lathe.text.jinja.library.Methods;
import lathe.text.jinja.library.PercentFormat;
import lathe.text.jinja.library.Tests;
import lathe.text.jinja.value.Arguments;
import lathe.text.jinja.value.Arithmetic;
import lathe.text.jinja.value.Budget;
import lathe.text.jinja.value.Callable;
import lathe.text.jinja.value.None;
import lathe.text.jinja.value.Python;
import lathe.text.jinja.value.Subscript;
import lathe.text.jinja.value.TemplateFault;
import lathe.text.jinja.value.Undefined;

/** Reads what stands behind a value: parts, calls, filters and tests. */
final class Operands {
    private static final Expression ABSENT = scope -> None.NONE;

    private Operands() {}

    /** Arguments of a call as they are written. */
    private record Call(List<Expression> positional, Map<String, Expression> named) {
        static final Call EMPTY = new Call(List.of(), Map.of());

        Arguments evaluate(Scope scope) {
            Map<String, Object> values = new LinkedHashMap<>();
            named.forEach((name, value) -> values.put(name, value.evaluate(scope)));
            return new Arguments(ExpressionParser.values(positional, scope), values);
        }
    }

    /** A value with its {@code .name}, {@code [item]} and {@code (call)}. */
    static Expression parts(ExpressionParser parser, Expression value) {
        TokenStream tokens = parser.tokens;
        Expression at = value;
        while (true) {
            if (tokens.takes(".")) {
                at = attribute(tokens, at);
            } else if (tokens.takes("[")) {
                at = subscript(parser, at);
            } else if (tokens.takes("(")) {
                at = call(at, arguments(parser));
            } else {
                return at;
            }
        }
    }

    private static Expression attribute(TokenStream tokens, Expression base) {
        if (tokens.peek().kind() == Kind.INTEGER) {
            Long index = Long.valueOf(tokens.next().text());
            return scope -> Methods.item(base.evaluate(scope), index, scope.budget());
        }
        String name = tokens.require(Kind.NAME, "a name after '.'");
        return scope -> {
            Object of = base.evaluate(scope);
            return of instanceof LoopTurn turn ? turn.attribute(name) : Methods.attribute(of, name, scope.budget());
        };
    }

    private static Expression subscript(ExpressionParser parser, Expression base) {
        TokenStream tokens = parser.tokens;
        Expression from = tokens.is(Kind.OPERATOR, ":") ? ABSENT : parser.several(true);
        if (tokens.takes("]")) {
            return scope -> Methods.item(base.evaluate(scope), from.evaluate(scope), scope.budget());
        }
        tokens.require(":");
        Expression to = isBound(tokens) ? parser.expression() : ABSENT;
        Expression by = tokens.takes(":") && isBound(tokens) ? parser.expression() : ABSENT;
        tokens.require("]");
        return scope ->
                Subscript.slice(base.evaluate(scope), from.evaluate(scope), to.evaluate(scope), by.evaluate(scope));
    }

    private static boolean isBound(TokenStream tokens) {
        return !tokens.is(Kind.OPERATOR, ":") && !tokens.is(Kind.OPERATOR, "]");
    }

    private static Call arguments(ExpressionParser parser) {
        TokenStream tokens = parser.tokens;
        List<Expression> positional = new ArrayList<>();
        Map<String, Expression> named = new LinkedHashMap<>();
        while (!tokens.takes(")")) {
            if (tokens.peek().kind() == Kind.NAME && tokens.peek(1).is(Kind.OPERATOR, "=")) {
                String name = tokens.next().text();
                tokens.next();
                named.put(name, parser.expression());
            } else {
                positional.add(parser.expression());
            }
            if (!tokens.is(Kind.OPERATOR, ")")) {
                tokens.require(",");
            }
        }
        return new Call(positional, named);
    }

    private static Expression call(Expression callee, Call call) {
        return scope -> {
            Object function = callee.evaluate(scope);
            scope.budget().charge(1);
            if (function instanceof Callable callable) {
                return callable.call(call.evaluate(scope));
            }
            throw function instanceof Undefined undefined
                    ? undefined.fault()
                    : new TemplateFault("a " + Python.typeName(function) + " cannot be called");
        };
    }

    /** A value with its {@code | filter} and {@code is test}. */
    static Expression filters(ExpressionParser parser, Expression value) {
        TokenStream tokens = parser.tokens;
        Expression at = value;
        while (true) {
            if (tokens.takes("|")) {
                at = filter(parser, at);
            } else if (tokens.takesName("is")) {
                at = test(parser, at);
            } else if (tokens.takes("(")) {
                at = call(at, arguments(parser));
            } else {
                return at;
            }
        }
    }

    /** What stands behind {@code |}. */
    static Expression filter(ExpressionParser parser, Expression value) {
        String name = dotted(parser.tokens, "a filter's name");
        Call call = parser.tokens.takes("(") ? arguments(parser) : Call.EMPTY;
        return scope -> Filters.apply(value.evaluate(scope), name, call.evaluate(scope), scope.budget());
    }

    private static String dotted(TokenStream tokens, String what) {
        StringBuilder name = new StringBuilder(tokens.require(Kind.NAME, what));
        while (tokens.takes(".")) {
            name.append('.').append(tokens.require(Kind.NAME, what));
        }
        return name.toString();
    }

    private static Expression test(ExpressionParser parser, Expression value) {
        TokenStream tokens = parser.tokens;
        boolean wanted = !tokens.takesName("not");
        String name = dotted(tokens, "a test's name");
        Call call = Call.EMPTY;
        if (tokens.takes("(")) {
            call = arguments(parser);
        } else if (isOperand(tokens.peek())) {
            call = new Call(List.of(parts(parser, parser.primaries.primary())), Map.of());
        }
        Call given = call;
        return scope -> Tests.passes(value.evaluate(scope), name, given.evaluate(scope)) == wanted;
    }

    private static boolean isOperand(Token token) {
        return switch (token.kind()) {
            case STRING, INTEGER, REAL -> true;
            case NAME -> !List.of("else", "or", "and", "if", "is", "not", "in").contains(token.text());
            case OPERATOR -> token.text().equals("[") || token.text().equals("{");
            default -> false;
        };
    }

    /** {@code %}: of numbers the rest, of a string a pattern to fill. */
    static Object remainder(Object left, Object right, Budget budget) {
        return left instanceof String pattern
                ? PercentFormat.of(pattern, right, budget)
                : Arithmetic.modulo(left, right);
    }
}
