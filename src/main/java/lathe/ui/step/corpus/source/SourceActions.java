package lathe.ui.step.corpus.source;

/** What can be done with a source of the list. */
public interface SourceActions {
    void rename(int index, String name);

    void remove(int index);

    /** Imports again: the source has changed. */
    void importAgain();
}
