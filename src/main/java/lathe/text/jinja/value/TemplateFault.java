package lathe.text.jinja.value;

/** What is wrong with a template, or what it says about its input; the template's door makes a failure of it. */
public final class TemplateFault extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final int line;
    private final boolean raised;

    private TemplateFault(String message, int line, boolean raised) {
        super(message, null, false, false);
        this.line = line;
        this.raised = raised;
    }

    /** Something that the template does and may not. */
    public TemplateFault(String message) {
        this(message, 0, false);
    }

    /** What the template itself refuses, with {@code raise_exception}. */
    public static TemplateFault raised(String message) {
        return new TemplateFault(message, 0, true);
    }

    /** The same, with its place if that is not known yet. */
    public TemplateFault at(int where) {
        return line > 0 ? this : new TemplateFault(String.valueOf(getMessage()), where, raised);
    }

    /** Line in the template, from 1; 0 where it is not known. */
    public int line() {
        return line;
    }

    /** Whether the template refused its input, and nothing is wrong with the template. */
    public boolean isRaised() {
        return raised;
    }
}
