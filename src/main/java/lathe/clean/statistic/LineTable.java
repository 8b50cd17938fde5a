package lathe.clean.statistic;

import java.util.function.Function;
import lathe.clean.rule.View;
import lathe.text.Blanks;
import lathe.text.Characters;
import lathe.text.Hashes;
import lathe.text.Spans;
import lathe.text.Terminals;

/** The lines of a text that are not blank, without the blanks around them. */
final class LineTable {
    /** Makes the table of a view, once. */
    static final Function<View, LineTable> OF = LineTable::new;

    private static final String BULLETS = "-*•‣⁃–—▶◀◦■□▪▫●○◆◇★☆·※►";

    private final long[] hashes;
    private final int[] lengths;
    private final Spans spans;
    private final boolean[] sentences;
    private int characters;
    private int bullets;
    private int ellipses;
    private int ended;

    private LineTable(View view) {
        Spans lines = view.lines();
        spans = new Spans(lines.size());
        hashes = new long[lines.size()];
        lengths = new int[lines.size()];
        sentences = new boolean[lines.size()];
        for (int i = 0; i < lines.size(); i++) {
            int from = Blanks.skip(view.text(), lines.from(i), lines.to(i));
            int to = Blanks.trim(view.text(), from, lines.to(i));
            if (from < to) {
                add(view, from, to);
            }
        }
    }

    private void add(View view, int from, int to) {
        String text = view.text();
        int line = spans.size();
        int length = view.characters(from, to);
        spans.add(from, to);
        hashes[line] = Hashes.stretch(text, from, to);
        lengths[line] = length;
        characters += length;
        bullets += isBullet(text.charAt(from)) ? 1 : 0;
        boolean open = endsWithEllipsis(text, from, to);
        boolean closed = Terminals.closes(text, from, to);
        ellipses += open ? 1 : 0;
        ended += closed ? 1 : 0;
        sentences[line] = closed && !open;
    }

    private static boolean isBullet(char c) {
        return !Characters.is(c, Characters.WORD) && BULLETS.indexOf(c) >= 0;
    }

    private static boolean endsWithEllipsis(String text, int from, int to) {
        char last = text.charAt(to - 1);
        return last == '…'
                || ((last == '.' || last == '。')
                        && to - from >= 3
                        && text.charAt(to - 2) == last
                        && text.charAt(to - 3) == last);
    }

    int size() {
        return spans.size();
    }

    /** Where the lines are, in chars of the text. */
    Spans spans() {
        return spans;
    }

    /** A hash of a line's characters. */
    long hash(int line) {
        return hashes[line];
    }

    /** Code points of a line. */
    int length(int line) {
        return lengths[line];
    }

    /** Code points of all lines. */
    int characters() {
        return characters;
    }

    /** Lines that begin with a bullet. */
    int bullets() {
        return bullets;
    }

    /** Lines that end with an ellipsis. */
    int ellipses() {
        return ellipses;
    }

    /** Lines that end with an end mark of any script, behind which quotes and brackets may close. */
    int ended() {
        return ended;
    }

    /** Whether a line ends with an end mark that is no ellipsis. */
    boolean isSentence(int line) {
        return sentences[line];
    }
}
