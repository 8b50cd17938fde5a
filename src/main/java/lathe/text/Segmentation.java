package lathe.text;

/**
 * The one way in which Lathe cuts texts of any script into words, sentences, lines and paragraphs. Every rule that
 * counts or compares such parts uses it, so that their numbers agree. The same text gives the same parts in every
 * thread.
 */
public final class Segmentation {
    private Segmentation() {}

    /**
     * Words. In scripts with spaces a word is a run of letters, marks and digits; an apostrophe between letters and a
     * point or comma between digits belong to it (don't, 3.14). Runs of Chinese, Japanese, Thai, Lao, Khmer and Burmese
     * are cut by ICU's dictionaries. Punctuation and symbols are in no word.
     */
    public static Spans words(String text) {
        return WordBreaker.words(text, 0, text.length());
    }

    /** The words of a stretch of a text. */
    public static Spans words(String text, int from, int to) {
        return WordBreaker.words(text, from, to);
    }

    /** Sentences without the blanks around them: to an end mark of any script, or to the end of a line. */
    public static Spans sentences(String text) {
        return Sentences.of(text, 0, text.length());
    }

    /** The sentences of a stretch of a text. */
    public static Spans sentences(String text, int from, int to) {
        return Sentences.of(text, from, to);
    }

    /**
     * Lines without their ends, as Python's {@code splitlines} cuts them: at LF, CR, CR LF, VT, FF, FS, GS, RS, NEL, LS
     * and PS. An end that ends the text begins no further line; an empty text has no line.
     */
    public static Spans lines(String text) {
        return Lines.of(text);
    }

    /** Paragraphs: runs of lines with a blank line between them, without the blanks around them. */
    public static Spans paragraphs(String text) {
        return Lines.paragraphs(text, Lines.of(text));
    }

    /** The paragraphs of a text whose lines are known. */
    public static Spans paragraphs(String text, Spans lines) {
        return Lines.paragraphs(text, lines);
    }
}
