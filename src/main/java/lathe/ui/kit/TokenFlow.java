package lathe.ui.kit;

import java.util.List;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.FlowPane;
import javafx.util.Duration;
import lathe.text.Token;

/** A text cut into its tokens, each on a colour of its own; the id shows on hover. */
public final class TokenFlow extends FlowPane {
    private static final int COLOURS = 5;
    private static final int MOST_SHOWN = 1500;
    private static final double TIP_MILLIS = 150;

    public TokenFlow() {
        getStyleClass().add("token-flow");
    }

    /** Shows the tokens of a text. */
    public void show(String text, List<Token> tokens) {
        getChildren().clear();
        int colour = 0;
        int at = 0;
        for (int i = 0; i < Math.min(tokens.size(), MOST_SHOWN); i++) {
            Token token = tokens.get(i);
            boolean within = token.start() < at;
            getChildren()
                    .add(label(token, within ? "·" : text.substring(token.start(), token.end()), colour++ % COLOURS));
            at = Math.max(at, token.end());
        }
        if (tokens.size() > MOST_SHOWN) {
            getChildren().add(Nodes.label("… +" + Numbers.whole(tokens.size() - MOST_SHOWN), "quiet"));
        }
    }

    /** A character that takes several tokens is shown under the first; the others are dots. */
    private static Label label(Token token, String covered, int colour) {
        String shown = covered.replace("\n", "⏎").replace("\t", "⇥").replace(' ', '\u00a0');
        Label label = Nodes.label(shown.isEmpty() ? "·" : shown, "token", "token-" + colour);
        Tooltip tip = new Tooltip(token.id() + "  " + token.piece());
        tip.setShowDelay(Duration.millis(TIP_MILLIS));
        label.setTooltip(tip);
        return label;
    }
}
