package lathe.ui.step.clean.score;

import javafx.css.PseudoClass;
import javafx.scene.Cursor;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;
import lathe.ui.kit.Nodes;
import lathe.ui.kit.Numbers;
import org.jspecify.annotations.Nullable;

/**
 * A bound as a line that can be dragged, with its number on a flag. Dragged beyond the end of the axis it is open. With
 * the keyboard: arrows move it, Delete opens it.
 */
final class Threshold extends Pane {
    private static final PseudoClass OPEN = PseudoClass.getPseudoClass("open");
    private static final double GRIP = 12;
    private static final double KEY_STEP = 0.01;

    private final boolean upper;
    private final Region line = new Region();
    private final Label flag = Nodes.label("", "threshold-flag");
    private Axis axis = new Axis(0, 1, false);
    private @Nullable Double value;
    private boolean whole;
    private boolean mayBeOpen;
    private double least = Double.NEGATIVE_INFINITY;
    private double most = Double.POSITIVE_INFINITY;
    private boolean dragging;
    private Listener listener = (bound, done) -> {};

    /** Is told where the line stands. */
    @FunctionalInterface
    interface Listener {
        /**
         * The line was moved.
         *
         * @param bound null where it is open
         * @param done whether it was let go
         */
        void moved(@Nullable Double bound, boolean done);
    }

    Threshold(boolean upper) {
        this.upper = upper;
        setId(upper ? "threshold-max" : "threshold-min");
        getStyleClass().add("threshold");
        line.getStyleClass().add("threshold-line");
        line.setMouseTransparent(true);
        getChildren().addAll(line, flag);
        setCursor(Cursor.H_RESIZE);
        setFocusTraversable(true);
        setOnMousePressed(event -> {
            dragging = true;
            requestFocus();
            event.consume();
        });
        setOnMouseDragged(event -> {
            move(getParent().sceneToLocal(event.getSceneX(), event.getSceneY()).getX(), false);
            event.consume();
        });
        setOnMouseReleased(event -> {
            if (dragging) {
                dragging = false;
                listener.moved(value, true);
            }
            event.consume();
        });
        setOnKeyPressed(this::key);
    }

    void onMove(Listener newListener) {
        listener = newListener;
    }

    /** What numbers may stand here. */
    void allow(boolean wholeOnly, boolean open, double smallest, double largest) {
        whole = wholeOnly;
        mayBeOpen = open;
        least = smallest;
        most = largest;
    }

    /** Shows a bound, unless it is being dragged. */
    void show(Axis newAxis, @Nullable Double bound) {
        axis = newAxis;
        if (!dragging) {
            set(bound);
        }
    }

    /** Where the line stands; null where it is open. */
    @Nullable
    Double value() {
        return value;
    }

    boolean isDragging() {
        return dragging;
    }

    private void set(@Nullable Double bound) {
        value = bound;
        flag.setText(bound == null ? "∞" : (upper ? "≤ " : "≥ ") + Numbers.typed(typed(bound)));
        pseudoClassStateChanged(OPEN, bound == null);
        setAccessibleText(flag.getText());
        if (getParent() != null) {
            getParent().requestLayout();
        }
    }

    private Number typed(double bound) {
        return bound == Math.rint(bound) && Math.abs(bound) < 1e15 ? (Number) (long) bound : bound;
    }

    /** Its place along the axis; an open end is at the end. */
    double at() {
        Double bound = value;
        return bound == null ? (upper ? 1 : 0) : axis.at(bound);
    }

    private void move(double x, boolean done) {
        double width = Math.max(1, ((Region) getParent()).getWidth());
        double at = x / width;
        boolean beyond = upper ? at > 1 : at < 0;
        double held = Math.max(0, Math.min(1, at));
        double bound = Math.max(least, Math.min(most, axis.plainValue(held, 1 / width, whole)));
        set(beyond && mayBeOpen ? null : (Double) bound);
        listener.moved(value, done);
    }

    private void key(KeyEvent event) {
        double width = ((Region) getParent()).getWidth();
        if (event.getCode() == KeyCode.LEFT || event.getCode() == KeyCode.RIGHT) {
            move((at() + (event.getCode() == KeyCode.LEFT ? -KEY_STEP : KEY_STEP)) * width, true);
            event.consume();
        } else if (event.getCode() == KeyCode.DELETE && mayBeOpen) {
            set(null);
            listener.moved(null, true);
            event.consume();
        }
    }

    @Override
    protected double computePrefWidth(double height) {
        return GRIP;
    }

    @Override
    protected void layoutChildren() {
        line.resizeRelocate(GRIP / 2 - 1, 0, 2, getHeight());
        flag.autosize();
        double x = upper ? GRIP / 2 - flag.getWidth() : GRIP / 2;
        double room = ((Region) getParent()).getWidth();
        double left = Math.max(-getLayoutX(), Math.min(x, room - getLayoutX() - flag.getWidth()));
        flag.relocate(left, upper ? flag.getHeight() + 2 : 0);
    }
}
