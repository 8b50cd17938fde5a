package lathe.ui.step.mix.seen.flow;

import java.util.ArrayList;
import java.util.List;
import javafx.application.Platform;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.Tooltip;
import javafx.scene.control.skin.VirtualFlow;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.scene.text.Text;
import javafx.util.Duration;
import lathe.ui.kit.Nodes;
import lathe.ui.kit.Texts;
import lathe.ui.seen.Reading;
import lathe.ui.step.mix.seen.flow.Lines.Line;
import org.jspecify.annotations.Nullable;

/** The text of a record in its tokens. The mouse points at one, or the arrow keys do. */
public final class SeenText extends VBox {
    /** Beyond so many tokens the rest is left out, and said to be. */
    static final int MOST = 200_000;

    /** Tokens that are laid out between two frames. */
    private static final int AT_ONCE = 1500;

    private static final double TEXT_LINE = 25;
    private static final double CHIP_LINE = 46;
    /** For the scroll bar and the padding. */
    private static final double MARGIN = 32;

    private static final double TIP_MILLIS = 250;

    private final ListView<Line> list = new ListView<>();
    private final Label part = Nodes.wrapped("", "card-note");
    private final Text sample = new Text();
    private final Tooltip tip = new Tooltip();
    private final Ruler ruler = new Ruler();
    private final List<LineCell> cells = new ArrayList<>();
    private final ReadOnlyIntegerWrapper token = new ReadOnlyIntegerWrapper(Box.NONE);
    private @Nullable Reading reading;
    private @Nullable Page page;
    private boolean chips;
    private int anchor = Box.NONE;

    public SeenText() {
        getStyleClass().add("seen-text");
        list.setId("seen-lines");
        list.getStyleClass().add("seen-list");
        sample.getStyleClass().add("seen-letters");
        sample.setVisible(false);
        sample.setManaged(false);
        tip.setShowDelay(Duration.millis(TIP_MILLIS));
        VBox.setVgrow(list, Priority.ALWAYS);
        getChildren().addAll(list, part, sample);
        list.widthProperty().addListener((property, before, now) -> layOut(true));
        list.addEventFilter(MouseEvent.MOUSE_MOVED, event -> point(event.getTarget()));
        list.addEventFilter(KeyEvent.KEY_PRESSED, this::move);
        token.addListener((property, before, now) -> cells.forEach(cell -> cell.point(now.intValue())));
        Nodes.show(part, false);
    }

    /**
     * Says things in a language.
     *
     * @param words what is said of the token that is pointed at
     */
    public void prepare(Texts texts, javafx.beans.value.ObservableValue<String> words) {
        tip.textProperty().bind(words);
        list.accessibleTextProperty().bind(javafx.beans.binding.Bindings.createStringBinding(words::getValue, words));
        part.setText(texts.get("seen.part", MOST));
        list.setCellFactory(made -> {
            LineCell cell = new LineCell(() -> page, texts.get("seen.end"), tip);
            cells.add(cell);
            return cell;
        });
    }

    /** The place of the token that is pointed at; -1 for none. */
    public ReadOnlyIntegerProperty tokenProperty() {
        return token.getReadOnlyProperty();
    }

    /** Shows a record from its beginning; the same one, read in another way, from where it is. */
    public void show(@Nullable Reading shown) {
        boolean same = reading != null && shown != null && reading.position() == shown.position();
        reading = shown;
        token.set(Box.NONE);
        layOut(same);
    }

    /** Shows each token as a chip with its id, or all of them as the text. */
    public void setChips(boolean apart) {
        chips = apart;
        layOut(true);
    }

    /** Scrolls to the end of the context. */
    public void showEnd() {
        if (page != null && page.markLine() >= 0) {
            list.scrollTo(Math.max(0, page.markLine() - 2));
        }
    }

    /**
     * Lays out anew.
     *
     * @param stay whether the same part stays in view
     */
    private void layOut(boolean stay) {
        Reading now = reading;
        anchor = stay ? topToken() : Box.NONE;
        double room = list.getWidth() - MARGIN;
        Nodes.show(part, now != null && now.size() > MOST);
        list.getItems().clear();
        page = null;
        if (now != null && room > 0) {
            sample.applyCss();
            ruler.use(sample.getFont());
            list.setFixedCellSize(chips ? CHIP_LINE : TEXT_LINE);
            Page next = new Page(now, chips, MOST, ruler, room);
            page = next;
            grow(next);
        }
    }

    /** Lays out a part; the window draws and listens between one part and the next. */
    private void grow(Page growing) {
        if (growing == page) {
            growing.grow(AT_ONCE);
            List<Line> lines = growing.lines();
            list.getItems().addAll(lines.subList(list.getItems().size(), lines.size()));
            if (anchor != Box.NONE && anchor < growing.tokens()) {
                list.scrollTo(growing.lineOf(anchor));
                anchor = Box.NONE;
            }
            if (!growing.isWhole()) {
                Platform.runLater(() -> grow(growing));
            }
        }
    }

    private void point(Object target) {
        Node node = target instanceof Node hit ? hit : null;
        while (node != null && !(node instanceof BoxNode)) {
            node = node.getParent();
        }
        if (node instanceof BoxNode box && box.token() != Box.NONE) {
            token.set(box.token());
        }
    }

    private void move(KeyEvent event) {
        Page shown = page;
        if (shown == null || shown.tokens() == 0) {
            return;
        }
        int last = shown.tokens() - 1;
        int at = token.get();
        int to =
                switch (event.getCode()) {
                    case LEFT -> at - 1;
                    case RIGHT -> at + 1;
                    case UP -> at < 0 ? 0 : shown.beside(at, -1);
                    case DOWN -> at < 0 ? 0 : shown.beside(at, 1);
                    case HOME -> 0;
                    case END -> last;
                    default -> Box.NONE - 1;
                };
        if (to >= Box.NONE) {
            token.set(Math.max(0, Math.min(to, last)));
            reveal(shown.lineOf(token.get()));
            event.consume();
        }
    }

    /** The first token in view; none at the beginning, where there is nothing to keep in view. */
    private int topToken() {
        VirtualFlow<?> flow = flow();
        int line = flow == null ? 0 : flow.getFirstVisibleCell().getIndex();
        return page == null || line == 0 ? Box.NONE : page.firstToken(line);
    }

    /** Scrolls no further than it must. */
    private void reveal(int line) {
        VirtualFlow<?> flow = flow();
        if (flow != null) {
            int first = flow.getFirstVisibleCell().getIndex();
            int last = flow.getLastVisibleCell().getIndex();
            if (line <= first) {
                list.scrollTo(Math.max(0, line));
            } else if (line >= last) {
                list.scrollTo(line - (last - first) + 1);
            }
        }
    }

    /** What scrolls; null while nothing is in view. */
    private @Nullable VirtualFlow<?> flow() {
        return list.lookup(".virtual-flow") instanceof VirtualFlow<?> flow && flow.getFirstVisibleCell() != null
                ? flow
                : null;
    }
}
