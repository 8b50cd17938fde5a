package lathe.ingest.preset;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * ShareGPT's {@code conversations: [{from, value}]}, as Vicuna, OpenHermes and LLaMA-Factory use it. A {@code system}
 * column becomes the first message unless the conversation has its own; {@code tools} stay in meta. With {@code chosen}
 * and {@code rejected} the conversation is the prompt of a {@link Preference}.
 */
final class ShareGptPreset implements Preset {
    private static final String FIELD = "conversations";
    private static final String SINGULAR = "conversation";

    @Override
    public boolean recognises(JsonNode row) {
        return EmbeddedJson.mayBeList(row.path(FIELD))
                || (row.path(SINGULAR).isArray() && row.path(SINGULAR).path(0).isObject());
    }

    @Override
    public List<Content> read(JsonNode row) throws UnusableException {
        return conversation(row, row.has(FIELD) ? FIELD : SINGULAR);
    }

    /** The record of a list of turns and the columns beside it. */
    static List<Content> conversation(JsonNode row, String field) throws UnusableException {
        Set<String> used = new HashSet<>(Set.of(field));
        Conversation turns = Conversation.of(row.path(field), TurnKeys.ANY);
        JsonNode system = row.path(Exchange.SYSTEM);
        if (system.isTextual() && !turns.hasSystem()) {
            used.add(Exchange.SYSTEM);
            turns = turns.withSystem(system.textValue());
        }
        if (row.has("chosen") && row.has("rejected")) {
            used.addAll(List.of("chosen", "rejected"));
            return pair(turns, row, used);
        }
        if (turns.messages().isEmpty()) {
            throw new UnusableException("empty-conversation");
        }
        return List.of(new Content(null, null, turns.messages(), used, turns.meta()));
    }

    private static List<Content> pair(Conversation turns, JsonNode row, Set<String> used) throws UnusableException {
        Preference pair = Preference.of(turns.messages(), row.path("chosen"), row.path("rejected"));
        if (pair.prompt().isEmpty()) {
            throw new UnusableException("empty-conversation");
        }
        Map<String, Object> meta = new LinkedHashMap<>(turns.meta());
        meta.putAll(pair.meta());
        return List.of(new Content(null, null, pair.messages(), used, meta));
    }
}
