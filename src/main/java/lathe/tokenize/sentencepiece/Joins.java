package lathe.tokenize.sentencepiece;

/**
 * Which neighbours can stand side by side in a piece. What lies between two places where they cannot, is counted alone.
 */
final class Joins {
    private static final int SPACE = -3;

    private final PieceRules rules;
    private final short[] kinds = new short[Character.MIN_SUPPLEMENTARY_CODE_POINT];

    Joins(PieceRules rules) {
        this.rules = rules;
        for (int c = 0; c < kinds.length; c++) {
            kinds[c] = (short) make(c);
        }
    }

    private int make(int c) {
        int script = PieceRules.kind(c);
        if (c == PieceRules.SPACE) {
            return SPACE;
        }
        if (script == PieceRules.NEVER || (rules.splitDigits() && PieceRules.isDigit(c))) {
            return PieceRules.NEVER;
        }
        boolean goesWithAll = !rules.splitByScript() || (!rules.splitByNumber() && PieceRules.isDigit(c));
        return goesWithAll ? SpScripts.ANY : script;
    }

    /** What {@link #never} asks for instead of a character, so that each is looked up once. */
    int kind(int c) {
        return c < kinds.length ? kinds[c] : make(c);
    }

    /** Whether no piece holds two characters of these kinds side by side. */
    boolean never(int left, int right) {
        if (left == right && left >= 0) {
            return false;
        }
        if (left == PieceRules.NEVER || right == PieceRules.NEVER) {
            return true;
        }
        if (right == SPACE) {
            return rules.splitBySpace() && !(rules.spacesAlone() && left == SPACE);
        }
        return left != SPACE && left != right && left != SpScripts.ANY && right != SpScripts.ANY;
    }
}
