package lathe.ui.step.mix.seen.flow;

import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;

/** Breaks boxes into lines of a width: between words where it can, else between tokens. */
final class Lines {
    private final List<Box> boxes;
    private final int seen;
    private final ToDoubleFunction<Box> width;
    private final double room;
    private final List<Line> lines = new ArrayList<>();
    private int next;
    private int from;
    private int chance;
    private double taken;
    private boolean marked;

    /**
     * A line.
     *
     * @param from its first box
     * @param to behind its last box; equal to the first for the mark at the end of the context
     */
    record Line(int from, int to) {
        boolean isMark() {
            return from == to;
        }
    }

    /**
     * No lines yet.
     *
     * @param boxes what is put in lines; may grow
     * @param seen tokens within the context; before the first that is not stands a mark
     * @param width of a box with the gap behind it
     */
    Lines(List<Box> boxes, int seen, ToDoubleFunction<Box> width, double room) {
        this.boxes = boxes;
        this.seen = seen;
        this.width = width;
        this.room = room;
    }

    /** The lines that are whole. */
    List<Line> all() {
        return lines;
    }

    /** Puts the boxes in lines that have come since the last time. */
    void take() {
        for (; next < boxes.size(); next++) {
            if (!marked && boxes.get(next).token() >= seen) {
                marked = true;
                end(next);
                lines.add(new Line(next, next));
            }
            add(next);
        }
    }

    /** Ends the last line: no more boxes come. */
    void finish() {
        end(boxes.size());
    }

    private void add(int box) {
        double wide = width.applyAsDouble(boxes.get(box));
        if (boxes.get(box).begins()) {
            chance = box;
        }
        if (taken + wide > room && box > from) {
            breakBefore(chance > from ? chance : box, box);
        }
        taken += wide;
        if (boxes.get(box).endsLine()) {
            end(box + 1);
        }
    }

    private void breakBefore(int place, int box) {
        end(place);
        for (int i = place; i < box; i++) {
            taken += width.applyAsDouble(boxes.get(i));
        }
    }

    private void end(int to) {
        if (to > from) {
            lines.add(new Line(from, to));
        }
        from = to;
        chance = to;
        taken = 0;
    }
}
