package lathe.text.jinja;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import lathe.text.jinja.lexis.Token.Kind;
import lathe.text.jinja.lexis.TokenStream;
import lathe.text.jinja.value.Arithmetic;
import lathe.text.jinja.value.Python;
import lathe.text.jinja.value.PythonText;
import lathe.text.jinja.value.TemplateFault;
import lathe.text.jinja.value.Tuple;
import lathe.text.jinja.value.Undefined;

/** Reads expressions: from {@code a if b else c} down to values, in the order in which Jinja binds. */
final class ExpressionParser {
    private static final Set<String> COMPARISONS = Set.of("==", "!=", "<", "<=", ">", ">=");
    private static final int MOST_DEPTH = 100;

    final TokenStream tokens;
    final Primaries primaries;
    private int depth;

    ExpressionParser(TokenStream tokens) {
        this.tokens = tokens;
        primaries = new Primaries(this);
    }

    /** One expression, or several with commas between, which make a tuple. */
    Expression several(boolean withCondition) {
        Expression first = withCondition ? expression() : or();
        if (!tokens.is(Kind.OPERATOR, ",")) {
            return first;
        }
        List<Expression> all = new ArrayList<>(List.of(first));
        while (tokens.takes(",") && !tokens.endsTuple()) {
            all.add(withCondition ? expression() : or());
        }
        return scope -> new Tuple(values(all, scope));
    }

    /** An expression with all that may belong to it. */
    Expression expression() {
        deeper();
        Expression value = or();
        while (tokens.takesName("if")) {
            Expression condition = or();
            Expression yes = value;
            Expression no = tokens.takesName("else") ? expression() : scope -> new Undefined("the other case of an if");
            value = scope -> Python.truth(condition.evaluate(scope)) ? yes.evaluate(scope) : no.evaluate(scope);
        }
        depth--;
        return value;
    }

    private void deeper() {
        if (++depth > MOST_DEPTH) {
            throw new TemplateFault("an expression is nested too deep").at(tokens.line());
        }
    }

    /** An expression without {@code if}. */
    Expression or() {
        Expression left = and();
        while (tokens.takesName("or")) {
            Expression one = left;
            Expression other = and();
            left = scope -> {
                Object value = one.evaluate(scope);
                return Python.truth(value) ? value : other.evaluate(scope);
            };
        }
        return left;
    }

    private Expression and() {
        Expression left = not();
        while (tokens.takesName("and")) {
            Expression one = left;
            Expression other = not();
            left = scope -> {
                Object value = one.evaluate(scope);
                return Python.truth(value) ? other.evaluate(scope) : value;
            };
        }
        return left;
    }

    private Expression not() {
        if (!tokens.takesName("not")) {
            return comparison();
        }
        deeper();
        Expression value = not();
        depth--;
        return scope -> !Python.truth(value.evaluate(scope));
    }

    /** Comparisons may follow each other: {@code 1 < a < 3} holds if both do. */
    private Expression comparison() {
        Expression first = sum();
        List<String> operators = new ArrayList<>();
        List<Expression> sides = new ArrayList<>(List.of(first));
        for (String operator = comparing(); !operator.isEmpty(); operator = comparing()) {
            operators.add(operator);
            sides.add(sum());
        }
        return operators.isEmpty() ? first : scope -> holds(operators, sides, scope);
    }

    private String comparing() {
        if (tokens.peek().kind() == Kind.OPERATOR
                && COMPARISONS.contains(tokens.peek().text())) {
            return tokens.next().text();
        }
        if (tokens.takesName("in")) {
            return "in";
        }
        if (tokens.is(Kind.NAME, "not") && tokens.peek(1).is(Kind.NAME, "in")) {
            tokens.next();
            tokens.next();
            return "not in";
        }
        return "";
    }

    private static boolean holds(List<String> operators, List<Expression> sides, Scope scope) {
        Object left = sides.get(0).evaluate(scope);
        for (int i = 0; i < operators.size(); i++) {
            Object right = sides.get(i + 1).evaluate(scope);
            if (!holds(operators.get(i), left, right)) {
                return false;
            }
            left = right;
        }
        return true;
    }

    private static boolean holds(String operator, Object left, Object right) {
        return switch (operator) {
            case "==" -> Python.equal(left, right);
            case "!=" -> !Python.equal(left, right);
            case "<" -> Python.compare(left, right) < 0;
            case "<=" -> Python.compare(left, right) <= 0;
            case ">" -> Python.compare(left, right) > 0;
            case ">=" -> Python.compare(left, right) >= 0;
            case "in" -> Python.contains(right, left);
            default -> !Python.contains(right, left);
        };
    }

    private Expression sum() {
        Expression left = concatenation();
        while (tokens.is(Kind.OPERATOR, "+") || tokens.is(Kind.OPERATOR, "-")) {
            boolean plus = tokens.next().text().equals("+");
            Expression one = left;
            Expression other = concatenation();
            left = plus
                    ? scope -> Arithmetic.add(one.evaluate(scope), other.evaluate(scope), scope.budget())
                    : scope -> Arithmetic.subtract(one.evaluate(scope), other.evaluate(scope));
        }
        return left;
    }

    private Expression concatenation() {
        Expression first = product();
        if (!tokens.is(Kind.OPERATOR, "~")) {
            return first;
        }
        List<Expression> parts = new ArrayList<>(List.of(first));
        while (tokens.takes("~")) {
            parts.add(product());
        }
        return scope -> {
            StringBuilder text = new StringBuilder();
            parts.forEach(part -> text.append(PythonText.str(part.evaluate(scope))));
            scope.budget().charge(text.length());
            return text.toString();
        };
    }

    private Expression product() {
        Expression left = power();
        while (tokens.peek().kind() == Kind.OPERATOR
                && Set.of("*", "/", "//", "%").contains(tokens.peek().text())) {
            left = product(left, tokens.next().text(), power());
        }
        return left;
    }

    private static Expression product(Expression left, String operator, Expression right) {
        return scope -> {
            Object one = left.evaluate(scope);
            Object other = right.evaluate(scope);
            return switch (operator) {
                case "*" -> Arithmetic.multiply(one, other, scope.budget());
                case "/" -> Arithmetic.divide(one, other);
                case "//" -> Arithmetic.floorDivide(one, other);
                default -> Operands.remainder(one, other, scope.budget());
            };
        };
    }

    private Expression power() {
        Expression left = unary(true);
        while (tokens.takes("**")) {
            Expression one = left;
            Expression other = unary(true);
            left = scope -> Arithmetic.power(one.evaluate(scope), other.evaluate(scope), scope.budget());
        }
        return left;
    }

    private Expression unary(boolean withFilters) {
        deeper();
        Expression value;
        if (tokens.takes("-")) {
            Expression of = unary(false);
            value = scope -> Arithmetic.negate(of.evaluate(scope));
        } else if (tokens.takes("+")) {
            value = unary(false);
        } else {
            value = Operands.parts(this, primaries.primary());
        }
        depth--;
        return withFilters ? Operands.filters(this, value) : value;
    }

    static List<Object> values(List<Expression> expressions, Scope scope) {
        List<Object> values = new ArrayList<>();
        expressions.forEach(expression -> values.add(expression.evaluate(scope)));
        return values;
    }
}
