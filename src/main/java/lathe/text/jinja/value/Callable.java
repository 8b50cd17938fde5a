package lathe.text.jinja.value;

/** Something that a template may call. */
@FunctionalInterface
public interface Callable {
    Object call(Arguments arguments);
}
