package lathe.ingest.preset;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import lathe.data.Message;
import lathe.recipe.Nearest;
import lathe.run.Failure;

/** Fields named by hand: a text, messages, or the parts of one exchange. */
final class MappedPreset implements Preset {
    private static final List<String> KNOWN =
            List.of("id", "text", "messages", "system", "instruction", "input", "output", "prompt", "response");

    private final Map<String, String> map;

    MappedPreset(Map<String, String> map) throws Failure {
        this.map = map;
        for (String field : map.keySet()) {
            if (!KNOWN.contains(field)) {
                throw Failure.badInput("Records have no field " + field, "map." + field, Nearest.hint(field, KNOWN));
            }
        }
        if (!map.containsKey("text") && !map.containsKey("messages") && !isExchange()) {
            throw Failure.badInput(
                    "The mapping makes no record",
                    "map",
                    "map text, or messages, or instruction and output, or prompt and response");
        }
    }

    private boolean isExchange() {
        return !column("instruction", "prompt").isEmpty()
                && !column("output", "response").isEmpty();
    }

    private String column(String field, String otherwise) {
        return map.getOrDefault(field, map.getOrDefault(otherwise, ""));
    }

    @Override
    public boolean recognises(JsonNode row) {
        return true;
    }

    @Override
    public List<Content> read(JsonNode row) throws UnusableException {
        Set<String> used = new HashSet<>(map.values());
        if (map.containsKey("text")) {
            return List.of(new Content(null, Fields.required(row, column("text", "text")), List.of(), used, Map.of()));
        }
        if (map.containsKey("messages")) {
            return List.of(Content.conversation(MessagesPreset.messages(row, column("messages", "messages")), used));
        }
        List<Message> messages = new ArrayList<>();
        String system = Fields.optional(row, map.getOrDefault("system", ""));
        if (!system.isEmpty()) {
            messages.add(new Message("system", system));
        }
        messages.addAll(AlpacaPreset.messages(
                Fields.required(row, column("instruction", "prompt")),
                Fields.optional(row, map.getOrDefault("input", "")),
                Fields.required(row, column("output", "response"))));
        return List.of(Content.conversation(messages, used));
    }
}
