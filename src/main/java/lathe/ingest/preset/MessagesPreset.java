package lathe.ingest.preset;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;

/**
 * OpenAI's {@code messages: [{role, content}]}: also with parts of text as content, and with {@code tool_calls}, which
 * become the assistant's text ({@link ToolCalls}). What else a turn says is {@code meta.turns}; {@code tools} stay in
 * meta.
 */
final class MessagesPreset implements Preset {
    static final String FIELD = "messages";

    @Override
    public boolean recognises(JsonNode row) {
        return EmbeddedJson.mayBeList(row.path(FIELD));
    }

    @Override
    public List<Content> read(JsonNode row) throws UnusableException {
        return ShareGptPreset.conversation(row, FIELD);
    }
}
