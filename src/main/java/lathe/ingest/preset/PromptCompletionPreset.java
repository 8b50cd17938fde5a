package lathe.ingest.preset;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import lathe.data.Message;

/**
 * {@code prompt} and {@code completion}, or {@code response}: strings, or lists of messages as TRL has them. A string
 * is one turn.
 */
final class PromptCompletionPreset implements Preset {
    private static final String PROMPT = "prompt";

    @Override
    public boolean recognises(JsonNode row) {
        return row.has(PROMPT) && (row.has("completion") || row.has("response"));
    }

    @Override
    public List<Content> read(JsonNode row) throws UnusableException {
        String answer = row.has("completion") ? "completion" : "response";
        List<Message> messages = new ArrayList<>(turns(row.path(PROMPT), Roles.USER));
        messages.addAll(turns(row.path(answer), Roles.ASSISTANT));
        if (messages.isEmpty()) {
            throw new UnusableException("empty-conversation");
        }
        return List.of(new Content(null, null, messages, Set.of(PROMPT, answer), Map.of()));
    }

    static List<Message> turns(JsonNode value, String role) throws UnusableException {
        return EmbeddedJson.mayBeList(value)
                ? Conversation.of(value, TurnKeys.ANY).messages()
                : List.of(new Message(role, Fields.text(value)));
    }
}
