package lathe.tokenize.sentencepiece;

import lathe.tokenize.sentencepiece.charsmap.CharsMap;
import org.jspecify.annotations.Nullable;

/** A line as SentencePiece normalizes it before it learns: spaces are U+2581, fixed pieces are boundaries. */
final class SpText {
    private final SpSettings.SpaceRules rules;
    private final FixedPieces fixed;
    private final @Nullable CharsMap map;
    private final StringBuilder rewritten = new StringBuilder();
    private final StringBuilder out = new StringBuilder();

    /** For one thread. */
    SpText(SpSettings.SpaceRules rules, FixedPieces fixed, @Nullable CharsMap map) {
        this.rules = rules;
        this.fixed = fixed;
        this.map = map;
    }

    /** A line in its normal form. */
    String normalized(String line) {
        if (line.isEmpty()) {
            return line;
        }
        out.setLength(0);
        CharSequence text = line;
        if (map != null) {
            rewritten.setLength(0);
            map.rewrite(line, rewritten);
            text = rewritten;
        }
        if (rules.dummyPrefix()) {
            out.append(PieceRules.SPACE);
        }
        appendSpaced(text);
        if (rules.squeeze()) {
            cutEnd();
        }
        fixed.cut(out);
        return out.toString();
    }

    private void appendSpaced(CharSequence text) {
        boolean afterSpace = rules.squeeze();
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean space = c == ' ';
            if (!(space && afterSpace)) {
                out.append(space ? PieceRules.SPACE : c);
            }
            afterSpace = space && rules.squeeze();
        }
    }

    private void cutEnd() {
        int end = out.length();
        while (end > 0 && out.charAt(end - 1) == PieceRules.SPACE) {
            end--;
        }
        out.setLength(end);
    }
}
