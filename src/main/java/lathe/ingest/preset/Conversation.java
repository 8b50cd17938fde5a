package lathe.ingest.preset;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import lathe.data.Message;

/**
 * The turns of a list, in ShareGPT's form ({@code from}, {@code value}) or OpenAI's ({@code role}, {@code content}).
 *
 * @param messages the turns
 * @param more what else turns said, each with its index as {@code turn}: names, ids of tool calls, weights
 */
record Conversation(List<Message> messages, List<Map<String, Object>> more) {
    private static final String TEXT = "text";

    /** Reads a list of turns, or the string of JSON that holds it. */
    static Conversation of(JsonNode list, TurnKeys keys) throws UnusableException {
        JsonNode turns = EmbeddedJson.of(list);
        if (!turns.isArray()) {
            throw new UnusableException("missing-field");
        }
        List<Message> messages = new ArrayList<>();
        List<Map<String, Object>> more = new ArrayList<>();
        for (JsonNode turn : turns) {
            TurnKeys own = keys.of(turn);
            addMore(more, messages.size(), turn, own);
            messages.add(message(turn, own));
        }
        return new Conversation(messages, more);
    }

    /** One turn. */
    static Message message(JsonNode turn, TurnKeys keys) throws UnusableException {
        TurnKeys own = keys.of(turn);
        String role = Roles.of(Fields.required(turn, own.role()));
        JsonNode said = turn.path(own.content());
        String calls = ToolCalls.text(turn);
        if (calls.isEmpty()) {
            return new Message(role, content(said));
        }
        String text = Fields.isAbsent(said) ? "" : content(said);
        return new Message(role, text.isEmpty() ? calls : text + "\n" + calls);
    }

    private static String content(JsonNode said) throws UnusableException {
        if (said.isObject()) {
            return said.toString(); // a call or its result that was not written as a string
        }
        return said.isArray() ? parts(said) : Fields.text(said);
    }

    private static String parts(JsonNode parts) throws UnusableException {
        List<String> texts = new ArrayList<>();
        for (JsonNode part : parts) {
            if (!part.isTextual() && !part.path(TEXT).isTextual()) {
                throw new UnusableException("not-text");
            }
            texts.add(part.isTextual() ? part.textValue() : part.path(TEXT).textValue());
        }
        return String.join("\n", texts);
    }

    private static void addMore(List<Map<String, Object>> more, int index, JsonNode turn, TurnKeys keys) {
        if (turn.size() <= 2) {
            return;
        }
        Map<String, Object> rest = new LinkedHashMap<>();
        for (Map.Entry<String, JsonNode> field : turn.properties()) {
            Object value = Fields.plain(field.getValue());
            if (value != null
                    && !field.getKey().equals(keys.role())
                    && !field.getKey().equals(keys.content())) {
                rest.put(field.getKey(), value);
            }
        }
        if (!rest.isEmpty()) {
            Map<String, Object> numbered = new LinkedHashMap<>(Map.of("turn", index));
            numbered.putAll(rest);
            more.add(numbered);
        }
    }

    /** The same conversation with a system message in front, unless that is empty or it begins with one. */
    Conversation withSystem(String system) {
        if (system.isEmpty() || hasSystem()) {
            return this;
        }
        List<Message> longer = new ArrayList<>(List.of(new Message(Roles.SYSTEM, system)));
        longer.addAll(messages);
        List<Map<String, Object>> moved = new ArrayList<>();
        for (Map<String, Object> turn : more) {
            Map<String, Object> later = new LinkedHashMap<>(turn);
            later.merge("turn", 1, (index, one) -> (Integer) index + 1);
            moved.add(later);
        }
        return new Conversation(longer, moved);
    }

    boolean hasSystem() {
        return !messages.isEmpty() && messages.get(0).role().equals(Roles.SYSTEM);
    }

    /** What a record keeps beside the messages. */
    Map<String, Object> meta() {
        return more.isEmpty() ? Map.of() : Map.of("turns", more);
    }
}
