package lathe.recipe;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The one definition of a recipe key. The window's fields, {@code --help}, messages and the reference page are made
 * from it; its type is that of the record component it stands on.
 */
@Target(ElementType.RECORD_COMPONENT)
@Retention(RetentionPolicy.RUNTIME)
public @interface Setting {
    /** What it does to the result or the cost, in a line. */
    String help();

    /** Its value when the key is absent, as YAML; {@link #REQUIRED} and {@link #ABSENT} have no value. */
    String def() default REQUIRED;

    /** Smallest value allowed. */
    double min() default Double.NEGATIVE_INFINITY;

    /** Largest value allowed. */
    double max() default Double.POSITIVE_INFINITY;

    /** What people usually choose, for messages and fields. */
    String typical() default "";

    /** Whether a form hides it until asked. */
    boolean advanced() default false;

    /** Whether it is a bound of a cleaning rule: moving it decides anew, but measures nothing again. */
    boolean bound() default false;

    /** Marks a key without which a recipe cannot be read. */
    String REQUIRED = "\u0000required";

    /** Marks a key that may be absent and then means nothing; its component is nullable. */
    String ABSENT = "\u0000absent";
}
