package lathe.text.encode.cut;

import lathe.text.encode.Pieces;
import lathe.text.encode.PreTokenizer;
import lathe.text.encode.Runs;
import lathe.text.unicode.CharacterClass;

/** "Whitespace": runs of word characters, and runs of what is neither that nor blank. */
record WordSplitter() implements PreTokenizer {
    @Override
    public void cut(Pieces pieces) {
        char[] chars = pieces.text().chars();
        for (int i = 0; i < pieces.count(); i++) {
            cut(chars, pieces.start(i), pieces.end(i), pieces);
        }
        pieces.replace();
    }

    private static void cut(char[] chars, int start, int end, Pieces pieces) {
        int kinds = CharacterClass.WORD | CharacterClass.BLANK;
        int at = start;
        while (at < end) {
            int kind = CharacterClass.at(chars, at, end) & kinds;
            int next = Runs.sameKind(chars, at, end, kinds, kind);
            if (kind != CharacterClass.BLANK) {
                pieces.add(at, next);
            }
            at = next;
        }
    }
}
