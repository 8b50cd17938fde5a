package lathe.clean.rule;

import lathe.data.Document;
import org.jspecify.annotations.Nullable;

/**
 * A record as the rules see it, after all edits. What several rules need of it (its words, its lines) is computed once,
 * when it is asked for first. Used by one thread.
 */
public final class View {
    private final Document document;
    private @Nullable String text;
    private int characters = -1;

    /** A view of a record. */
    public View(Document document) {
        this.document = document;
    }

    public Document document() {
        return document;
    }

    /** {@link Document#content}: the text, or all turns with a line's end between them. */
    public String text() {
        String known = text;
        if (known == null) {
            known = document.content();
            text = known;
        }
        return known;
    }

    /** Code points of the text. */
    public int characters() {
        if (characters < 0) {
            characters = text().codePointCount(0, text().length());
        }
        return characters;
    }
}
