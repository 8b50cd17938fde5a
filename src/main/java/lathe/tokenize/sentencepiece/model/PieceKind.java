package lathe.tokenize.sentencepiece.model;

/** What a piece is for. */
public enum PieceKind {
    /** Learned from text. */
    NORMAL(1),
    /** Stands for what no piece covers; every model has one. */
    UNKNOWN(2),
    /** Never comes from text: begin, end, turns. */
    CONTROL(3),
    /** Always one token where it stands in a text. */
    USER_DEFINED(4),
    /** Kept for its id only. */
    UNUSED(5),
    /** One byte of a character that no piece covers. */
    BYTE(6);

    private final int number;

    PieceKind(int number) {
        this.number = number;
    }

    /** How a model's file writes it. */
    int number() {
        return number;
    }

    static PieceKind of(int number) throws MalformedModelException {
        for (PieceKind kind : values()) {
            if (kind.number == number) {
                return kind;
            }
        }
        throw new MalformedModelException("a piece is of no known kind", 0);
    }
}
