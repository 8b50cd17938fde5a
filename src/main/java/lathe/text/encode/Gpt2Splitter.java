package lathe.text.encode;

import lathe.text.unicode.CharacterClass;

/** GPT-2's pattern by hand: one look at each character, several times as fast as a regular expression. */
final class Gpt2Splitter implements Splitter {
    private static final int KINDS = CharacterClass.LETTER | CharacterClass.NUMBER | CharacterClass.BLANK;

    @Override
    public void split(char[] text, int start, int end, Pieces pieces) {
        int at = start;
        while (at < end) {
            int next = pieceEnd(text, at, end);
            pieces.piece(at, next);
            at = next;
        }
    }

    private static int pieceEnd(char[] text, int at, int end) {
        if (text[at] == '\'') {
            int contraction = contraction(text, at, end);
            if (contraction > at) {
                return contraction;
            }
        }
        int first = CharacterClass.at(text, at, end) & KINDS;
        return first == CharacterClass.BLANK ? blanks(text, at, end) : Runs.sameKind(text, at, end, KINDS, first);
    }

    /** End of 's 't 'm 'd 're 've 'll, or the start where there is none. */
    private static int contraction(char[] text, int at, int end) {
        if (at + 1 >= end) {
            return at;
        }
        char first = text[at + 1];
        if (first == 's' || first == 't' || first == 'm' || first == 'd') {
            return at + 2;
        }
        char second = at + 2 < end ? text[at + 2] : 0;
        boolean two = (second == 'e' && (first == 'r' || first == 'v')) || (second == 'l' && first == 'l');
        return two ? at + 3 : at;
    }

    /** End of a piece that begins with a blank: blanks, or a space and what follows it. */
    private static int blanks(char[] text, int at, int end) {
        int stop = Runs.sameKind(text, at, end, KINDS, CharacterClass.BLANK);
        if (stop == end) {
            return end;
        }
        if (stop > at + 1) {
            return stop - 1;
        }
        if (text[at] != ' ') {
            return stop;
        }
        return Runs.sameKind(text, stop, end, KINDS, CharacterClass.at(text, stop, end) & KINDS);
    }
}
