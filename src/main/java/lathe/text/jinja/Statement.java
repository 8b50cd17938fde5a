package lathe.text.jinja;

/** Something that writes, or sets a name. */
@FunctionalInterface
interface Statement {

    /** How a statement ends: loops listen. */
    enum Ending {
        DONE,
        BREAK,
        CONTINUE
    }

    Ending run(Scope scope, Output out);
}
