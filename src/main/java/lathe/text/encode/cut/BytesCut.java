package lathe.text.encode.cut;

import lathe.text.encode.Aligned;
import lathe.text.encode.ByteLevel;
import lathe.text.encode.Pieces;
import lathe.text.encode.PreTokenizer;

/** Writes each byte of UTF-8 as a character of its own. */
public record BytesCut() implements PreTokenizer {
    @Override
    public void cut(Pieces pieces) {
        Aligned text = pieces.text();
        text.begin();
        for (int i = 0; i < pieces.count(); i++) {
            int from = text.written();
            text.region(pieces.start(i), pieces.end(i));
            ByteLevel.put(text, pieces.start(i), pieces.end(i));
            pieces.add(from, text.written());
        }
        text.finish();
        pieces.replace();
    }
}
