package lathe.ui.step.mix.seen.flow;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import javafx.geometry.Pos;
import javafx.scene.control.ListCell;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import lathe.ui.kit.Nodes;
import lathe.ui.step.mix.seen.flow.Lines.Line;
import org.jspecify.annotations.Nullable;

/** A line of tokens, or the mark at the end of the context. */
final class LineCell extends ListCell<Line> {
    private final Supplier<@Nullable Page> page;
    private final String markWords;
    private final Tooltip tip;
    private final List<BoxNode> nodes = new ArrayList<>();
    private int pointed = Box.NONE;

    LineCell(Supplier<@Nullable Page> page, String markWords, Tooltip tip) {
        this.page = page;
        this.markWords = markWords;
        this.tip = tip;
    }

    @Override
    protected void updateItem(@Nullable Line line, boolean empty) {
        super.updateItem(line, empty);
        nodes.clear();
        Page shown = page.get();
        if (empty || line == null || shown == null || line.to() > shown.boxes().size()) {
            setGraphic(null);
        } else {
            setGraphic(line.isMark() ? mark() : boxes(line, shown));
        }
    }

    /** Sets the token apart that is pointed at. */
    void point(int token) {
        pointed = token;
        nodes.forEach(node -> node.point(token));
    }

    private HBox boxes(Line line, Page shown) {
        for (int box = line.from(); box < line.to(); box++) {
            BoxNode node = shown.node(box);
            node.point(pointed);
            Tooltip.install(node, tip);
            nodes.add(node);
        }
        HBox row = new HBox(shown.chips() ? 3 * Ruler.GAP : Ruler.GAP);
        row.setAlignment(Pos.CENTER_LEFT);
        row.getChildren().setAll(nodes);
        return row;
    }

    private HBox mark() {
        HBox row = new HBox(8, rule(), Nodes.label(markWords, "seen-end"), rule());
        row.setAlignment(Pos.CENTER);
        row.setId("seen-end");
        return row;
    }

    private static Region rule() {
        Region rule = new Region();
        rule.getStyleClass().add("seen-rule");
        HBox.setHgrow(rule, Priority.ALWAYS);
        return rule;
    }
}
