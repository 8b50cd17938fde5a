package lathe.text.jinja.value;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

/** Python's arithmetic. Whole numbers have 64 bits; what does not fit is a fault. */
public final class Arithmetic {
    private Arithmetic() {}

    /** {@code +}: numbers, strings or lists. */
    public static Object add(Object left, Object right, Budget budget) {
        if (left instanceof String one && right instanceof String other) {
            budget.charge((long) one.length() + other.length());
            return one + other;
        }
        if (left instanceof List<?> && right instanceof List<?> && left instanceof Tuple == right instanceof Tuple) {
            List<Object> both = new ArrayList<>(Python.items(left));
            both.addAll(Python.items(right));
            budget.charge(both.size());
            return left instanceof Tuple ? new Tuple(both) : both;
        }
        checkNumbers("+", left, right);
        return isWhole(left, right)
                ? exact(() -> Math.addExact(whole(left), whole(right)))
                : (Object) (real(left) + real(right));
    }

    /** {@code -}. */
    public static Object subtract(Object left, Object right) {
        checkNumbers("-", left, right);
        return isWhole(left, right)
                ? exact(() -> Math.subtractExact(whole(left), whole(right)))
                : (Object) (real(left) - real(right));
    }

    /** {@code *}: numbers, or a string or list repeated. */
    public static Object multiply(Object left, Object right, Budget budget) {
        if (left instanceof String || left instanceof List<?>) {
            return repeat(left, right, budget);
        }
        if (right instanceof String || right instanceof List<?>) {
            return repeat(right, left, budget);
        }
        checkNumbers("*", left, right);
        return isWhole(left, right)
                ? exact(() -> Math.multiplyExact(whole(left), whole(right)))
                : (Object) (real(left) * real(right));
    }

    private static Object repeat(Object value, Object count, Budget budget) {
        int times = Math.max(0, Python.requireInt(count, "*"));
        budget.charge((long) times * Python.length(value));
        if (value instanceof String text) {
            return text.repeat(times);
        }
        List<Object> all = new ArrayList<>();
        for (int i = 0; i < times; i++) {
            all.addAll(Python.items(value));
        }
        return value instanceof Tuple ? new Tuple(all) : all;
    }

    /** {@code /}: always a float. */
    public static Object divide(Object left, Object right) {
        checkDivision("/", left, right);
        return real(left) / real(right);
    }

    /** {@code //}: rounded down. */
    public static Object floorDivide(Object left, Object right) {
        checkDivision("//", left, right);
        return isWhole(left, right)
                ? (Object) Math.floorDiv(whole(left), whole(right))
                : (Object) Math.floor(real(left) / real(right));
    }

    /** {@code %} of numbers: the sign of the divisor. */
    public static Object modulo(Object left, Object right) {
        checkDivision("%", left, right);
        if (isWhole(left, right)) {
            return Math.floorMod(whole(left), whole(right));
        }
        double rest = real(left) % real(right);
        return rest != 0 && (rest < 0) != (real(right) < 0) ? rest + real(right) : rest;
    }

    /** {@code **}. */
    public static Object power(Object left, Object right, Budget budget) {
        checkNumbers("**", left, right);
        if (!isWhole(left, right) || whole(right) < 0) {
            return Math.pow(real(left), real(right));
        }
        long result = 1;
        for (long i = 0; i < whole(right); i++) {
            budget.charge(1);
            long before = result;
            result = exact(() -> Math.multiplyExact(before, whole(left)));
        }
        return result;
    }

    /** {@code -} before a number. */
    public static Object negate(Object value) {
        return subtract(value instanceof Double ? (Object) (-0.0) : (Object) 0L, value);
    }

    static int compare(Object left, Object right) {
        if (isWhole(left, right)) {
            return Long.compare(whole(left), whole(right));
        }
        double one = real(left);
        double other = real(right);
        return Double.isFinite(one) && Double.isFinite(other)
                ? new BigDecimal(one).compareTo(new BigDecimal(other))
                : Double.compare(one, other);
    }

    private static boolean isWhole(Object left, Object right) {
        return !(left instanceof Double) && !(right instanceof Double);
    }

    private static long whole(Object value) {
        return value instanceof Boolean is ? (is ? 1 : 0) : ((Number) value).longValue();
    }

    private static double real(Object value) {
        return value instanceof Boolean is ? (is ? 1 : 0) : ((Number) value).doubleValue();
    }

    private static void checkNumbers(String operator, Object left, Object right) {
        for (Object side : List.of(left, right)) {
            if (side instanceof Undefined undefined) {
                throw undefined.fault();
            }
        }
        if (!Python.isNumber(left) || !Python.isNumber(right)) {
            throw new TemplateFault(
                    operator + " does not take a " + Python.typeName(left) + " and a " + Python.typeName(right));
        }
    }

    private static void checkDivision(String operator, Object left, Object right) {
        checkNumbers(operator, left, right);
        if (real(right) == 0) {
            throw new TemplateFault("division by zero");
        }
    }

    private static long exact(java.util.function.LongSupplier result) {
        try {
            return result.getAsLong();
        } catch (ArithmeticException e) {
            throw new TemplateFault("a number is larger than 64 bits");
        }
    }
}
