package lathe.text.jinja.lexis;

/**
 * A piece of a template's source.
 *
 * @param text a name, an operator, or what a string or a stretch of text says
 * @param line from 1
 */
public record Token(Kind kind, String text, int line) {
    /** What sort of piece. */
    public enum Kind {
        TEXT,
        BLOCK_BEGIN,
        BLOCK_END,
        VALUE_BEGIN,
        VALUE_END,
        NAME,
        STRING,
        INTEGER,
        REAL,
        OPERATOR,
        END
    }

    /** Whether it is of a kind and says some words. */
    public boolean is(Kind wanted, String words) {
        return kind == wanted && text.equals(words);
    }

    /** How a fault names it. */
    public String named() {
        return switch (kind) {
            case END -> "the end of the template";
            case BLOCK_BEGIN, BLOCK_END, VALUE_BEGIN, VALUE_END, OPERATOR, NAME, INTEGER, REAL -> "'" + text + "'";
            case TEXT, STRING -> "a text";
        };
    }
}
