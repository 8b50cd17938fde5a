package lathe.text.encode.cut;

import lathe.text.encode.Pieces;
import lathe.text.encode.PreTokenizer;

/** "FixedLength": pieces of so many characters. */
record LengthCut(int length) implements PreTokenizer {
    @Override
    public void cut(Pieces pieces) {
        char[] chars = pieces.text().chars();
        for (int i = 0; i < pieces.count(); i++) {
            int end = pieces.end(i);
            for (int at = pieces.start(i); at < end; ) {
                int left = Character.codePointCount(chars, at, end - at);
                int next = Character.offsetByCodePoints(chars, at, end - at, at, Math.min(length, left));
                pieces.add(at, next);
                at = next;
            }
        }
        pieces.replace();
    }
}
