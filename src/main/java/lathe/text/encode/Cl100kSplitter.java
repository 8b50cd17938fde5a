package lathe.text.encode;

import lathe.text.unicode.CharacterClass;

/** The pattern of cl100k_base, Llama 3 and Qwen2 by hand. They differ in how many digits stay together. */
final class Cl100kSplitter implements Splitter {
    private static final int LETTER = CharacterClass.LETTER;
    private static final int NUMBER = CharacterClass.NUMBER;
    private static final int BLANK = CharacterClass.BLANK;
    private static final int KINDS = LETTER | NUMBER | BLANK;
    private static final int OTHER = 0;

    /** The old long s, which folds to s. */
    private static final char LONG_S = '\u017F';

    private final int digits;

    Cl100kSplitter(int digits) {
        this.digits = digits;
    }

    @Override
    public void split(char[] text, int start, int end, Pieces pieces) {
        int at = start;
        while (at < end) {
            int next = pieceEnd(text, at, end);
            pieces.piece(at, next);
            at = next;
        }
    }

    private int pieceEnd(char[] text, int at, int end) {
        char c = text[at];
        if (c == '\'') {
            int contraction = contraction(text, at, end);
            if (contraction > at) {
                return contraction;
            }
        }
        int kind = CharacterClass.at(text, at, end) & KINDS;
        if (kind == LETTER) {
            return Runs.sameKind(text, at, end, KINDS, LETTER);
        }
        if (kind == NUMBER) {
            return numbers(text, at, end);
        }
        int second = at + Runs.width(text, at, end);
        int secondKind = second < end ? CharacterClass.at(text, second, end) & KINDS : BLANK;
        if (secondKind == LETTER && c != '\r' && c != '\n') {
            return Runs.sameKind(text, second, end, KINDS, LETTER);
        }
        if (kind == OTHER) {
            return others(text, at, end);
        }
        return c == ' ' && secondKind == OTHER ? others(text, second, end) : blanks(text, at, end);
    }

    /** End of 's 't 'm 'd 're 've 'll in any case, or the start where there is none. */
    private static int contraction(char[] text, int at, int end) {
        if (at + 1 >= end) {
            return at;
        }
        char first = lower(text[at + 1]);
        if (first == 's' || first == 't' || first == 'm' || first == 'd') {
            return at + 2;
        }
        char second = at + 2 < end ? lower(text[at + 2]) : 0;
        boolean two = (second == 'e' && (first == 'r' || first == 'v')) || (second == 'l' && first == 'l');
        return two ? at + 3 : at;
    }

    private static char lower(char c) {
        if (c == LONG_S) {
            return 's';
        }
        return c >= 'A' && c <= 'Z' ? (char) (c + 'a' - 'A') : c;
    }

    private int numbers(char[] text, int from, int end) {
        int at = from;
        for (int n = 0; n < digits && at < end && (CharacterClass.at(text, at, end) & NUMBER) != 0; n++) {
            at += Runs.width(text, at, end);
        }
        return at;
    }

    /** End of a run of neither letters, numbers nor blanks, and of the line ends behind it. */
    private static int others(char[] text, int from, int end) {
        int at = Runs.sameKind(text, from, end, KINDS, OTHER);
        while (at < end && isLineEnd(text[at])) {
            at++;
        }
        return at;
    }

    /** Blanks up to the last line end among them; without one, all but the last, which belongs to what follows. */
    private static int blanks(char[] text, int from, int end) {
        int stop = Runs.sameKind(text, from, end, KINDS, BLANK);
        for (int at = stop; at > from; at--) {
            if (isLineEnd(text[at - 1])) {
                return at;
            }
        }
        return stop == end || stop == from + 1 ? stop : stop - 1;
    }

    private static boolean isLineEnd(char c) {
        return c == '\r' || c == '\n';
    }
}
