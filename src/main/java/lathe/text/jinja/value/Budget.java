package lathe.text.jinja.value;

/** How much a template may still do. Counted, not timed: a template that passes here passes everywhere. */
public final class Budget {
    private static final long MOST_WORK = 20_000_000;
    private static final int MOST_DEPTH = 64;

    private long left = MOST_WORK;
    private int depth;

    /** Accounts for work: a step, or a character that is made. */
    public void charge(long work) {
        left -= Math.max(1, work);
        if (left < 0) {
            throw new TemplateFault("the template does too much: it loops, or makes very long text");
        }
    }

    /** Accounts for a macro that begins. */
    public void enter() {
        charge(1);
        if (++depth > MOST_DEPTH) {
            throw new TemplateFault("macros call each other more than " + MOST_DEPTH + " deep");
        }
    }

    /** Accounts for a macro that ends. */
    public void leave() {
        depth--;
    }
}
