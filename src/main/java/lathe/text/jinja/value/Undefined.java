package lathe.text.jinja.value;

/**
 * What a name without a value stands for. It prints as nothing and is false; anything else done with it is a fault.
 *
 * @param what the name or attribute that was asked for
 */
public record Undefined(String what) {

    /** The fault of using it. */
    public TemplateFault fault() {
        return new TemplateFault(what + " is undefined");
    }
}
