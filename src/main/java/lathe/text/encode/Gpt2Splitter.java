package lathe.text.encode;

import lathe.text.Unicode;

/** GPT-2's pattern by hand: one look at each character, several times as fast as the regular expression. */
final class Gpt2Splitter implements Splitter {
    private static final int OTHER = 0;
    private static final int LETTER = 1;
    private static final int NUMBER = 2;
    private static final int BLANK = 3;

    private final byte[] kinds = new byte[Character.MIN_SUPPLEMENTARY_CODE_POINT];

    Gpt2Splitter() {
        for (int c = 0; c < kinds.length; c++) {
            kinds[c] = (byte) kindOf(c);
        }
    }

    @Override
    public void split(String text, Pieces pieces) {
        int at = 0;
        while (at < text.length()) {
            int end = contraction(text, at);
            if (end == at) {
                int first = kind(text, at);
                end = first == BLANK ? blanks(text, at) : run(text, at, first);
            }
            pieces.piece(at, end);
            at = end;
        }
    }

    /** End of 's 't 'm 'd 're 've 'll, or the start where there is none. */
    private static int contraction(String text, int at) {
        if (text.charAt(at) != '\'' || at + 1 >= text.length()) {
            return at;
        }
        char first = text.charAt(at + 1);
        if (first == 's' || first == 't' || first == 'm' || first == 'd') {
            return at + 2;
        }
        char second = at + 2 < text.length() ? text.charAt(at + 2) : 0;
        boolean two = (second == 'e' && (first == 'r' || first == 'v')) || (second == 'l' && first == 'l');
        return two ? at + 3 : at;
    }

    /** End of a piece that begins with a blank: blanks, or a space and what follows it. */
    private int blanks(String text, int at) {
        int end = at;
        int last = at;
        while (end < text.length() && kind(text, end) == BLANK) {
            last = end++;
        }
        if (end == text.length()) {
            return end;
        }
        if (last > at) {
            return last;
        }
        return text.charAt(at) == ' ' ? run(text, end, kind(text, end)) : end;
    }

    private int run(String text, int from, int kind) {
        int end = from;
        while (end < text.length() && kind(text, end) == kind) {
            end += Character.isHighSurrogate(text.charAt(end)) ? 2 : 1;
        }
        return end;
    }

    private int kind(String text, int at) {
        char c = text.charAt(at);
        return Character.isHighSurrogate(c) ? kindOf(text.codePointAt(at)) : kinds[c];
    }

    private static int kindOf(int c) {
        if (Unicode.isWhiteSpace(c)) {
            return BLANK;
        }
        if (Character.isLetter(c)) {
            return LETTER;
        }
        int type = Character.getType(c);
        boolean number = type == Character.DECIMAL_DIGIT_NUMBER
                || type == Character.LETTER_NUMBER
                || type == Character.OTHER_NUMBER;
        return number ? NUMBER : OTHER;
    }
}
