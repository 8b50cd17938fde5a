package lathe.text.encode.cut;

import lathe.text.encode.Aligned;
import lathe.text.encode.Pieces;
import lathe.text.encode.PreTokenizer;

/**
 * Puts a prefix before pieces that do not begin with it.
 *
 * @param onlyFirst whether only a piece at the very beginning of the original gets it
 */
record PrefixCut(String prefix, boolean onlyFirst) implements PreTokenizer {
    @Override
    public void cut(Pieces pieces) {
        Aligned text = pieces.text();
        text.begin();
        for (int i = 0; i < pieces.count(); i++) {
            int from = text.written();
            if (lacksPrefix(text, pieces.start(i), pieces.end(i))) {
                text.prepend(prefix, pieces.start(i), pieces.end(i));
            } else {
                text.keep(pieces.start(i), pieces.end(i));
            }
            pieces.add(from, text.written());
        }
        text.finish();
        pieces.replace();
    }

    private boolean lacksPrefix(Aligned text, int start, int end) {
        if (onlyFirst && text.from(start) > 0) {
            return false;
        }
        return end - start < prefix.length() || !prefix.contentEquals(new String(text.chars(), start, prefix.length()));
    }
}
