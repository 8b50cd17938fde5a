package lathe.tokenize.sentencepiece.model;

/** What a piece is for; the order is that of the model file's numbers, from 1. */
public enum PieceKind {
    /** Learned from text. */
    NORMAL,
    /** Stands for what no piece covers; every model has one. */
    UNKNOWN,
    /** Never comes from text: begin, end, turns. */
    CONTROL,
    /** Always one token where it stands in a text. */
    USER_DEFINED,
    /** Kept for its id only. */
    UNUSED,
    /** One byte of a character that no piece covers. */
    BYTE;

    int number() {
        return ordinal() + 1;
    }
}
