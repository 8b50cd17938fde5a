package lathe.ui.step.mix.seen.flow;

import java.util.ArrayList;
import java.util.List;
import lathe.text.chat.Seen.SeenToken;
import lathe.ui.seen.Reading;

/** Cuts the text of a record into boxes: every letter is in one, whatever the tokenizer made of it. */
final class Boxes {
    /** What a line of Chinese may end with, and not begin with. */
    private static final String CLOSING = "。，、；：？！）》」』】〉〕”’…";

    private final Reading reading;
    private final String text;
    private final List<Box> boxes = new ArrayList<>();
    private int at;
    private boolean begins = true;

    Boxes(Reading reading) {
        this.reading = reading;
        text = reading.seen().text();
    }

    /** What there is so far. */
    List<Box> all() {
        return boxes;
    }

    /** Adds the letters behind the last token, if there are any. */
    void addRest() {
        letters(Box.NONE, text.length());
    }

    /** Adds the next token by itself: by its letters, or by what the vocabulary calls a part of a character. */
    void addChip(int token) {
        SeenToken seen = reading.seen().tokens().get(token);
        boolean spelled = seen.end() > seen.start() && !sharesLetters(reading, token);
        String shown = spelled ? text.substring(seen.start(), seen.end()) : seen.piece();
        boxes.add(new Box(token, Strokes.of(shown), true, false));
    }

    /** Whether a token is a part of a character, or reaches into one. */
    private static boolean sharesLetters(Reading reading, int token) {
        List<SeenToken> tokens = reading.seen().tokens();
        SeenToken seen = tokens.get(token);
        boolean before = token > 0 && tokens.get(token - 1).end() > seen.start();
        boolean after = token + 1 < tokens.size() && tokens.get(token + 1).start() < seen.end();
        return before || after;
    }

    /** Adds the next token as it stands in the text; one that holds ends of lines has several boxes. */
    void add(int token) {
        SeenToken seen = reading.seen().tokens().get(token);
        letters(Box.NONE, seen.start());
        if (seen.start() == seen.end()) {
            // it was appended: the text has no letters of it
            box(token, seen.piece(), true);
            begins = true;
        } else if (at >= seen.end()) {
            boxes.add(new Box(token, List.of(), false, false));
        } else {
            begins |= reading.isSpecial(token);
            letters(token, seen.end());
            begins |= reading.isSpecial(token);
        }
    }

    /** Letters up to a place, a box for each line. */
    private void letters(int token, int end) {
        while (at < end) {
            int line = text.indexOf('\n', at);
            int to = line >= 0 && line < end ? line + 1 : end;
            String letters = text.substring(at, to);
            int first = letters.codePointAt(0);
            box(token, letters, (begins || mayBreakBefore(first)) && !isClosing(first));
            begins = mayBreakAfter(letters.codePointBefore(letters.length()));
            at = to;
        }
    }

    private void box(int token, String letters, boolean mayBegin) {
        boxes.add(new Box(token, Strokes.of(letters), mayBegin, letters.endsWith("\n")));
    }

    private static boolean mayBreakBefore(int character) {
        return Character.isWhitespace(character) || Character.isIdeographic(character);
    }

    private static boolean mayBreakAfter(int character) {
        return mayBreakBefore(character) || isClosing(character);
    }

    private static boolean isClosing(int character) {
        return CLOSING.indexOf(character) >= 0;
    }
}
