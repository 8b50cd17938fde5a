package lathe.ui.step.corpus.look;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import javafx.scene.Node;
import javafx.scene.layout.VBox;
import javafx.scene.text.Text;
import javafx.scene.text.TextFlow;
import lathe.data.Document;
import lathe.data.Message;
import lathe.run.Failure;
import lathe.run.Json;
import lathe.text.chat.ChatTemplate;
import lathe.text.chat.Segment;
import lathe.ui.kit.Nodes;
import lathe.ui.kit.Texts;

/**
 * Draws a record in one of its lights.
 *
 * @param template in which conversations are trained on
 * @param most characters of a text that are drawn
 */
public record RecordLook(Texts texts, String template, int most) {
    private static final int MOST_TURNS = 200;
    /** Longer JSON is shown as it stands: laying it out anew would take longer than reading it. */
    private static final int MOST_PRETTY = 1 << 20;

    /** Turn by turn, or the text; what was searched for stands out. */
    public Node readable(Document record, String sought) {
        if (!record.isConversation()) {
            return sunken(MarkedText.of(record.content(), sought, most), "record-text");
        }
        VBox turns = new VBox();
        turns.getStyleClass().add("turns");
        for (Message message : record.messages()
                .subList(0, Math.min(MOST_TURNS, record.messages().size()))) {
            VBox turn = new VBox(
                    Nodes.label(texts.orElse("role." + message.role(), message.role()), "turn-role"),
                    MarkedText.of(message.content(), sought, most));
            turn.getStyleClass().addAll("turn", "turn-" + message.role());
            turns.getChildren().add(turn);
        }
        return turns;
    }

    /** As a model is given it: what is learned, and what only is read. */
    public Node trained(Document record) {
        if (!record.isConversation()) {
            return sunken(MarkedText.of(record.content(), "", most), "record-text");
        }
        try {
            return sunken(flow(ChatTemplate.named(template).render(record.messages(), false)), "record-text");
        } catch (Failure e) {
            return Nodes.wrapped(e.what(), "quiet"); // the tokenizer's own, or one that refuses the record
        }
    }

    private TextFlow flow(List<Segment> segments) {
        TextFlow flow = new TextFlow();
        int left = most;
        for (Segment segment : segments) {
            String words = segment.text();
            Text text = new Text(words.length() <= left ? words : words.substring(0, left) + " …");
            text.getStyleClass().add(segment.trained() ? "segment-trained" : "segment-given");
            flow.getChildren().add(text);
            left -= words.length();
            if (left <= 0) {
                break;
            }
        }
        return flow;
    }

    /** JSON with indents, anything else as it stands. */
    public Node raw(String raw) {
        return sunken(MarkedText.of(pretty(raw), "", most), "raw-text");
    }

    /** What the source said besides the content. */
    public Node meta(Map<String, Object> meta) {
        return meta.isEmpty()
                ? Nodes.wrapped(texts.get("records.nometa"), "quiet")
                : sunken(MarkedText.of(Json.tree(meta).toPrettyString(), "", most), "raw-text");
    }

    /** JSON with indents; anything else, and very long JSON, as it stands. */
    public static String pretty(String raw) {
        String start = raw.stripLeading();
        if (raw.length() > MOST_PRETTY || !(start.startsWith("{") || start.startsWith("["))) {
            return raw;
        }
        try {
            JsonNode tree = Json.parse(raw);
            return tree.toPrettyString();
        } catch (JsonProcessingException e) {
            return raw; // it only looks like JSON: that may be why it was rejected
        }
    }

    private static TextFlow sunken(TextFlow flow, String style) {
        flow.getStyleClass().add(style);
        return flow;
    }
}
