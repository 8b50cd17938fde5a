package lathe.ui.step.mix.seen.flow;

import java.util.List;
import java.util.function.ToDoubleFunction;
import lathe.ui.seen.Reading;
import lathe.ui.step.mix.seen.flow.Lines.Line;

/**
 * A record laid out in lines of a width.
 *
 * @param chips whether each token is a chip by itself
 */
record Page(Reading reading, boolean chips, List<Box> boxes, List<Line> lines) {

    /**
     * Lays out a record.
     *
     * @param most tokens that are shown
     */
    static Page of(Reading reading, boolean chips, int most, Ruler ruler, double room) {
        List<Box> boxes = chips ? Boxes.ofTokens(reading, most) : Boxes.ofText(reading, most);
        ToDoubleFunction<Box> width = chips
                ? box -> ruler.asChip(
                        box, reading.seen().tokens().get(box.token()).id())
                : box -> ruler.inText(box, box.token() != Box.NONE && reading.isSpecial(box.token()));
        return new Page(reading, chips, boxes, Lines.of(boxes, reading.seen().seen(), width, room));
    }

    BoxNode node(int box) {
        return chips ? BoxNode.asChip(boxes.get(box), reading) : BoxNode.inText(boxes.get(box), reading);
    }

    /** The line in which a token begins; -1 where it is not shown. */
    int lineOf(int token) {
        for (int i = 0; i < lines.size(); i++) {
            for (int box = lines.get(i).from(); box < lines.get(i).to(); box++) {
                if (boxes.get(box).token() == token) {
                    return i;
                }
            }
        }
        return -1;
    }

    /** The mark at the end of the context; -1 where nothing is cut off. */
    int markLine() {
        for (int i = 0; i < lines.size(); i++) {
            if (lines.get(i).isMark()) {
                return i;
            }
        }
        return -1;
    }

    /** The token that stands as far along another line as this one does along its own. */
    int beside(int token, int linesDown) {
        int line = lineOf(token);
        if (line < 0) {
            return token;
        }
        int column = 0;
        while (boxes.get(lines.get(line).from() + column).token() != token) {
            column++;
        }
        for (int to = line + linesDown; to >= 0 && to < lines.size(); to += linesDown) {
            int found = tokenAt(lines.get(to), column);
            if (found != Box.NONE) {
                return found;
            }
        }
        return token;
    }

    private int tokenAt(Line line, int column) {
        for (int box = Math.min(line.from() + column, line.to() - 1); box >= line.from(); box--) {
            if (boxes.get(box).token() != Box.NONE) {
                return boxes.get(box).token();
            }
        }
        return Box.NONE;
    }
}
