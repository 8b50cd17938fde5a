package lathe.ingest.preset;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import lathe.data.Message;

/** OpenAI's {@code messages: [{role, content}]}. */
final class MessagesPreset implements Preset {
    static final String FIELD = "messages";

    @Override
    public boolean recognises(JsonNode row) {
        return row.path(FIELD).isArray();
    }

    @Override
    public List<Content> read(JsonNode row) throws UnusableException {
        return List.of(Content.conversation(messages(row, FIELD), Set.of(FIELD)));
    }

    static List<Message> messages(JsonNode row, String field) throws UnusableException {
        List<Message> messages = new ArrayList<>();
        for (JsonNode turn : row.path(field)) {
            messages.add(Fields.message(turn));
        }
        if (messages.isEmpty()) {
            throw new UnusableException("missing-field");
        }
        return messages;
    }
}
