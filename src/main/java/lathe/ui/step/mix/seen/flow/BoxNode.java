package lathe.ui.step.mix.seen.flow;

import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import javafx.scene.text.Text;
import lathe.ui.kit.Nodes;
import lathe.ui.seen.Reading;

/** A token on the colour that says what becomes of it. */
final class BoxNode extends VBox {
    private static final PseudoClass POINTED = PseudoClass.getPseudoClass("pointed");

    private final int token;

    /** A token as it stands in the text. */
    static BoxNode inText(Box box, Reading reading) {
        BoxNode node = new BoxNode(box, reading);
        if (box.isEmpty()) {
            node.setMinWidth(Ruler.EMPTY);
            node.getStyleClass().add("seen-part");
        }
        node.setPadding(node.isSpecial(reading) ? Ruler.SPECIAL : Ruler.PLAIN);
        return node;
    }

    /** A token by itself, with its id. */
    static BoxNode asChip(Box box, Reading reading) {
        BoxNode node = new BoxNode(box, reading);
        int id = reading.seen().tokens().get(box.token()).id();
        node.getChildren().add(Nodes.label(Integer.toString(id), "seen-id"));
        node.setPadding(Ruler.CHIP);
        node.getStyleClass().add("seen-chip");
        return node;
    }

    private BoxNode(Box box, Reading reading) {
        token = box.token();
        HBox letters = new HBox();
        letters.setAlignment(Pos.CENTER);
        for (Stroke stroke : box.strokes()) {
            Text text = new Text(stroke.letters());
            text.getStyleClass().addAll("seen-letters", stroke.mark() ? "seen-mark" : "seen-word");
            letters.getChildren().add(text);
        }
        setAlignment(Pos.CENTER);
        getChildren().add(letters);
        getStyleClass().addAll("seen-box", fate(reading));
        if (isSpecial(reading)) {
            getStyleClass().add("seen-special");
        }
    }

    private String fate(Reading reading) {
        if (token == Box.NONE) {
            return "seen-none";
        }
        return reading.isCut(token) ? "seen-cut" : reading.isLearned(token) ? "seen-learned" : "seen-given";
    }

    private boolean isSpecial(Reading reading) {
        return token != Box.NONE && reading.isSpecial(token);
    }

    /** Its place in the record. */
    int token() {
        return token;
    }

    void point(int at) {
        pseudoClassStateChanged(POINTED, token != Box.NONE && at == token);
    }
}
