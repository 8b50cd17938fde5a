package lathe.text.jinja;

/** Something with a value. */
@FunctionalInterface
interface Expression {
    Object evaluate(Scope scope);
}
