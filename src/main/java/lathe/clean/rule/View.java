package lathe.clean.rule;

import java.util.IdentityHashMap;
import java.util.function.Function;
import lathe.data.Document;
import lathe.text.Segmentation;
import lathe.text.Spans;
import org.jspecify.annotations.Nullable;

/**
 * A record as the rules see it, after all edits. What several rules need of it (its words, its lines) is computed once,
 * when it is asked for first. Used by one thread.
 */
public final class View {
    private final Document document;
    private @Nullable String text;
    private char @Nullable [] chars;
    private @Nullable Spans words;
    private @Nullable Spans lines;
    private @Nullable Spans paragraphs;
    private @Nullable WordTable wordTable;
    private @Nullable CharacterCounts counts;
    private @Nullable IdentityHashMap<Object, Object> shared;

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

    /**
     * The chars of the text, for loops over all of them: a string's charAt asks for its bounds and its form each time.
     * Not to be written to.
     */
    public char[] chars() {
        char[] known = chars;
        if (known == null) {
            known = text().toCharArray();
            chars = known;
        }
        return known;
    }

    /** Code points of the text. */
    public int characters() {
        return counts().all();
    }

    /** How many characters of each kind the text has. */
    public CharacterCounts counts() {
        CharacterCounts known = counts;
        if (known == null) {
            known = CharacterCounts.of(chars());
            counts = known;
        }
        return known;
    }

    /** The words, by {@link Segmentation#words(String)}. */
    public Spans words() {
        Spans known = words;
        if (known == null) {
            known = Segmentation.words(text());
            words = known;
        }
        return known;
    }

    /** What distinguishes the words: hashes, lengths, scripts. */
    public WordTable wordTable() {
        WordTable known = wordTable;
        if (known == null) {
            known = WordTable.of(text(), words());
            wordTable = known;
        }
        return known;
    }

    /** The lines, by {@link Segmentation#lines}; blank ones too. */
    public Spans lines() {
        Spans known = lines;
        if (known == null) {
            known = Segmentation.lines(text());
            lines = known;
        }
        return known;
    }

    /** The paragraphs, by {@link Segmentation#paragraphs(String, Spans)}. */
    public Spans paragraphs() {
        Spans known = paragraphs;
        if (known == null) {
            known = Segmentation.paragraphs(text(), lines());
            paragraphs = known;
        }
        return known;
    }

    /** Code points of a stretch of the text. */
    public int characters(int from, int to) {
        return counts().supplementary() ? text().codePointCount(from, to) : to - from;
    }

    /** Something else that several rules of a package need, made once for each record. */
    @SuppressWarnings("unchecked")
    public <T> T shared(Function<View, T> make) {
        IdentityHashMap<Object, Object> known = shared;
        if (known == null) {
            known = new IdentityHashMap<>();
            shared = known;
        }
        Object value = known.get(make);
        if (value == null) {
            value = make.apply(this);
            known.put(make, value);
        }
        return (T) value;
    }
}
