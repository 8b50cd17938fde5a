package lathe.text.jinja;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import lathe.text.jinja.lexis.Token;
import lathe.text.jinja.lexis.Token.Kind;
import lathe.text.jinja.lexis.TokenStream;
import lathe.text.jinja.value.None;
import lathe.text.jinja.value.TemplateFault;
import lathe.text.jinja.value.Tuple;

/** Reads the smallest expressions: names, constants, and what stands in brackets. */
final class Primaries {
    private static final Map<String, Object> CONSTANTS =
            Map.of("true", true, "True", true, "false", false, "False", false, "none", None.NONE, "None", None.NONE);

    private final ExpressionParser parser;
    private final TokenStream tokens;

    Primaries(ExpressionParser parser) {
        this.parser = parser;
        tokens = parser.tokens;
    }

    /** A name, a constant, or something in brackets. */
    Expression primary() {
        Token token = tokens.next();
        return switch (token.kind()) {
            case NAME -> name(token.text());
            case STRING -> string(token);
            case INTEGER -> constant(whole(token));
            case REAL -> constant(Double.valueOf(token.text()));
            case OPERATOR -> bracketed(token);
            default -> throw tokens.unexpected(token);
        };
    }

    private static Expression constant(Object value) {
        return scope -> value;
    }

    private static Expression name(String name) {
        Object constant = CONSTANTS.get(name);
        return constant != null ? constant(constant) : scope -> scope.get(name);
    }

    private Expression string(Token first) {
        StringBuilder text = new StringBuilder(first.text());
        while (tokens.peek().kind() == Kind.STRING) {
            text.append(tokens.next().text());
        }
        return constant(text.toString());
    }

    private static Long whole(Token token) {
        try {
            return Long.valueOf(token.text());
        } catch (NumberFormatException e) {
            throw new TemplateFault("a number is larger than 64 bits: " + token.text()).at(token.line());
        }
    }

    private Expression bracketed(Token open) {
        return switch (open.text()) {
            case "(" -> grouped();
            case "[" -> {
                List<Expression> items = list("]");
                yield scope -> ExpressionParser.values(items, scope);
            }
            case "{" -> map();
            default -> throw tokens.unexpected(open);
        };
    }

    private Expression grouped() {
        if (tokens.takes(")")) {
            return scope -> new Tuple(List.of());
        }
        Expression inside = parser.several(true);
        tokens.require(")");
        return inside;
    }

    private List<Expression> list(String close) {
        List<Expression> items = new ArrayList<>();
        while (!tokens.takes(close)) {
            items.add(parser.expression());
            if (!tokens.is(Kind.OPERATOR, close)) {
                tokens.require(",");
            }
        }
        return items;
    }

    private Expression map() {
        Map<Expression, Expression> entries = new LinkedHashMap<>();
        while (!tokens.takes("}")) {
            Expression key = parser.expression();
            tokens.require(":");
            entries.put(key, parser.expression());
            if (!tokens.is(Kind.OPERATOR, "}")) {
                tokens.require(",");
            }
        }
        return scope -> {
            Map<Object, Object> map = new LinkedHashMap<>();
            entries.forEach((key, value) -> map.put(key.evaluate(scope), value.evaluate(scope)));
            return map;
        };
    }
}
