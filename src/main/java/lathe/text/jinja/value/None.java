package lathe.text.jinja.value;

/** Python's {@code None}: a value like any other, so that no value of a template is null. */
public enum None {
    NONE
}
