package lathe.ui.kit;

import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import lathe.data.Document;
import lathe.data.Message;

/** A record as a person reads it: a text, or a conversation turn by turn. */
public final class RecordView {
    private static final int MOST_CHARACTERS = 360;

    private RecordView() {}

    /** The record as it is: turns for a conversation, else the text. */
    public static Node of(Document record, Texts texts) {
        return record.isConversation() ? conversation(record, texts) : text(record.content());
    }

    /** A text as it stands. */
    public static Label text(String words) {
        Label label = Nodes.wrapped(cut(words), "record-text");
        label.setMaxWidth(Double.MAX_VALUE);
        return label;
    }

    private static VBox conversation(Document record, Texts texts) {
        VBox turns = new VBox(6);
        for (Message message : record.messages()) {
            VBox turn = new VBox(
                    Nodes.label(texts.orElse("role." + message.role(), message.role()), "turn-role"),
                    Nodes.wrapped(cut(message.content())));
            turn.getStyleClass().addAll("turn", "turn-" + message.role());
            turns.getChildren().add(turn);
        }
        return turns;
    }

    private static String cut(String words) {
        return words.length() <= MOST_CHARACTERS ? words : words.substring(0, MOST_CHARACTERS) + " …";
    }
}
