package lathe.ui.step.mix.seen.flow;

import java.util.List;

/**
 * A token, or a part of one, as it is drawn.
 *
 * @param token its place in the record; {@link #NONE} for letters that no token stands for
 * @param begins whether the line may be broken before it
 * @param endsLine whether a line's end of the text stands at its end
 */
record Box(int token, List<Stroke> strokes, boolean begins, boolean endsLine) {
    static final int NONE = -1;

    /** Whether it stands for a further part of a character whose letters an earlier token shows. */
    boolean isEmpty() {
        return strokes.isEmpty();
    }
}
