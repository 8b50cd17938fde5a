package lathe.ui.step.corpus.source;

import org.jspecify.annotations.Nullable;

/** How a source stands to what was imported. */
public enum SourceState {
    /** Nobody has looked yet. */
    UNKNOWN,
    /** It was not imported under this name. */
    NEW,
    IMPORTED,
    /** Its files are younger than the import. */
    CHANGED,
    /** There is nothing at its path. */
    MISSING;

    static SourceState of(String source, @Nullable SourceLook look, @Nullable OpenCorpus corpus) {
        if (look != null && !look.exists()) {
            return MISSING;
        }
        if (corpus == null || corpus.summary(source) == null) {
            return look == null ? UNKNOWN : NEW;
        }
        return look != null && look.modified() > corpus.made() ? CHANGED : IMPORTED;
    }
}
