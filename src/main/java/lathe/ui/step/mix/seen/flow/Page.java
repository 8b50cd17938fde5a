package lathe.ui.step.mix.seen.flow;

import java.util.List;
import java.util.function.ToDoubleFunction;
import lathe.ui.seen.Reading;
import lathe.ui.step.mix.seen.flow.Lines.Line;

/** A record laid out in lines of a width, part after part: a long one is read while its end is still being made. */
final class Page {
    private final Reading reading;
    private final boolean chips;
    private final int most;
    private final Boxes cut;
    private final List<Box> boxes;
    private final Lines breaks;
    private int tokens;

    /**
     * An empty page.
     *
     * @param chips whether each token is a chip by itself
     * @param most tokens that are shown
     */
    Page(Reading reading, boolean chips, int most, Ruler ruler, double room) {
        this.reading = reading;
        this.chips = chips;
        this.most = Math.min(most, reading.size());
        cut = new Boxes(reading);
        boxes = cut.all();
        ToDoubleFunction<Box> width = chips
                ? box -> ruler.asChip(
                        box, reading.seen().tokens().get(box.token()).id())
                : box -> ruler.inText(box, box.token() != Box.NONE && reading.isSpecial(box.token()));
        breaks = new Lines(boxes, reading.seen().seen(), width, room);
    }

    /** Lays out so many more tokens. */
    void grow(int more) {
        for (int end = Math.min(most, tokens + more); tokens < end; tokens++) {
            if (chips) {
                cut.addChip(tokens);
            } else {
                cut.add(tokens);
            }
        }
        if (tokens == reading.size() && !chips) {
            cut.addRest();
        }
        breaks.take();
        if (isWhole()) {
            breaks.finish();
        }
    }

    boolean isWhole() {
        return tokens == most;
    }

    /** How many tokens are laid out. */
    int tokens() {
        return tokens;
    }

    boolean chips() {
        return chips;
    }

    List<Box> boxes() {
        return boxes;
    }

    List<Line> lines() {
        return breaks.all();
    }

    BoxNode node(int box) {
        return chips ? BoxNode.asChip(boxes.get(box), reading) : BoxNode.inText(boxes.get(box), reading);
    }

    /** The line in which a token begins; -1 where it is not shown. */
    int lineOf(int token) {
        for (int i = 0; i < lines().size(); i++) {
            for (int box = lines().get(i).from(); box < lines().get(i).to(); box++) {
                if (boxes.get(box).token() == token) {
                    return i;
                }
            }
        }
        return -1;
    }

    /** The first token of a line, or of one behind it; none where none follows. */
    int firstToken(int line) {
        for (int box = line < lines().size() ? lines().get(line).from() : boxes.size(); box < boxes.size(); box++) {
            if (boxes.get(box).token() != Box.NONE) {
                return boxes.get(box).token();
            }
        }
        return Box.NONE;
    }

    /** The mark at the end of the context; -1 where nothing is cut off. */
    int markLine() {
        for (int i = 0; i < lines().size(); i++) {
            if (lines().get(i).isMark()) {
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
        while (boxes.get(lines().get(line).from() + column).token() != token) {
            column++;
        }
        for (int to = line + linesDown; to >= 0 && to < lines().size(); to += linesDown) {
            int found = tokenAt(lines().get(to), column);
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
