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

    private Boxes(Reading reading) {
        this.reading = reading;
        text = reading.seen().text();
    }

    /**
     * The text in boxes; a token that holds ends of lines has several.
     *
     * @param most tokens, and with them the text
     */
    static List<Box> ofText(Reading reading, int most) {
        Boxes cut = new Boxes(reading);
        int shown = Math.min(most, reading.size());
        for (int token = 0; token < shown; token++) {
            cut.add(token);
        }
        if (shown == reading.size()) {
            cut.letters(Box.NONE, cut.text.length());
        }
        return List.copyOf(cut.boxes);
    }

    /** The tokens in boxes, one each, by what the vocabulary calls them. */
    static List<Box> ofTokens(Reading reading, int most) {
        List<Box> boxes = new ArrayList<>();
        for (int token = 0; token < Math.min(most, reading.size()); token++) {
            SeenToken seen = reading.seen().tokens().get(token);
            int from = Math.min(seen.start(), seen.end());
            boolean spelled = seen.end() > from && !sharesLetters(reading, token);
            String shown = spelled ? reading.seen().text().substring(from, seen.end()) : seen.piece();
            boxes.add(new Box(token, Strokes.of(shown), true, false));
        }
        return List.copyOf(boxes);
    }

    /** Whether a token is a part of a character, or reaches into one. */
    private static boolean sharesLetters(Reading reading, int token) {
        List<SeenToken> tokens = reading.seen().tokens();
        SeenToken seen = tokens.get(token);
        boolean before = token > 0 && tokens.get(token - 1).end() > seen.start();
        boolean after = token + 1 < tokens.size() && tokens.get(token + 1).start() < seen.end();
        return before || after;
    }

    private void add(int token) {
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
