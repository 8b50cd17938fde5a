package lathe.clean.rule;

/**
 * A rule that changes texts. It sees each text by itself, a conversation's turns one after another, and proposes
 * changes instead of making them: so every change is known, can be shown and undone. Safe for several threads.
 */
@FunctionalInterface
public interface Edit {

    /**
     * Proposes changes of a text.
     *
     * @param changes takes them in the order of the text; none may overlap
     */
    void edit(String text, Changes changes);
}
