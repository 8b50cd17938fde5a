package lathe.tokenize.sentencepiece.model;

/**
 * How a model was trained: told in its file, of no use for encoding.
 *
 * @param coverage share of all characters that got a piece
 * @param maxLength longest piece in code points
 * @param spacesAlone whether spaces in a row may be a piece
 */
public record SpOptions(
        float coverage,
        int maxLength,
        boolean splitByScript,
        boolean splitByNumber,
        boolean splitBySpace,
        boolean splitDigits,
        boolean spacesAlone) {
    private static final float COVERAGE = 0.9995f;
    private static final int LONGEST = 16;

    /** SentencePiece's defaults. */
    public static SpOptions standard() {
        return new SpOptions(COVERAGE, LONGEST, true, true, true, false, false);
    }
}
