package lathe.text.encode.cut;

import lathe.text.encode.Aligned;
import lathe.text.encode.Pieces;
import lathe.text.encode.PreTokenizer;

/** Puts another character in the place of each space. */
record SpaceCut(String replacement) implements PreTokenizer {
    @Override
    public void cut(Pieces pieces) {
        Aligned text = pieces.text();
        text.begin();
        for (int i = 0; i < pieces.count(); i++) {
            int from = text.written();
            replace(text, pieces.start(i), pieces.end(i));
            pieces.add(from, text.written());
        }
        text.finish();
        pieces.replace();
    }

    private void replace(Aligned text, int start, int end) {
        char[] chars = text.chars();
        int kept = start;
        for (int at = start; at < end; at++) {
            if (chars[at] == ' ') {
                text.keep(kept, at);
                text.replace(at, at + 1, replacement);
                kept = at + 1;
            }
        }
        text.keep(kept, end);
    }
}
