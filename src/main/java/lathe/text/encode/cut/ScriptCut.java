package lathe.text.encode.cut;

import lathe.text.encode.Pieces;
import lathe.text.encode.PreTokenizer;
import lathe.text.unicode.OlderScript;

/** "UnicodeScripts": a piece ends where the script changes. What stands before the first script is lost. */
record ScriptCut() implements PreTokenizer {
    @Override
    public void cut(Pieces pieces) {
        char[] chars = pieces.text().chars();
        for (int i = 0; i < pieces.count(); i++) {
            cut(chars, pieces.start(i), pieces.end(i), pieces);
        }
        pieces.replace();
    }

    private static void cut(char[] chars, int start, int end, Pieces pieces) {
        int from = end;
        int last = OlderScript.ANY;
        for (int at = start; at < end; ) {
            int point = Character.codePointAt(chars, at, end);
            int script = OlderScript.of(point);
            if (script != OlderScript.ANY && script != last) {
                pieces.add(from, at);
                from = at;
                last = script;
            }
            at += Character.charCount(point);
        }
        pieces.add(from, end);
    }
}
