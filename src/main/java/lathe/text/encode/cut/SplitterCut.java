package lathe.text.encode.cut;

import lathe.text.encode.Pieces;
import lathe.text.encode.PreTokenizer;
import lathe.text.encode.Splitter;

/** Cuts by a splitter, which loses nothing. */
public record SplitterCut(Splitter splitter) implements PreTokenizer {
    @Override
    public void cut(Pieces pieces) {
        char[] chars = pieces.text().chars();
        for (int i = 0; i < pieces.count(); i++) {
            splitter.split(chars, pieces.start(i), pieces.end(i), pieces::add);
        }
        pieces.replace();
    }
}
