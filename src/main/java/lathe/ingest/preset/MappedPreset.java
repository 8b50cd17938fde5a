package lathe.ingest.preset;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import lathe.data.Message;
import lathe.run.Failure;
import lathe.run.Json;

/**
 * Columns named by hand: a text; messages; or one exchange, whose answer may be a pair of chosen and rejected. Which
 * combinations make a record is in {@link MappedFields}.
 */
final class MappedPreset implements Preset {
    private final Map<String, Column> columns = new LinkedHashMap<>();
    private final TurnKeys keys;

    MappedPreset(Map<String, String> map) throws Failure {
        MappedFields.check(map.keySet());
        keys = new TurnKeys(map.getOrDefault("role", ""), map.getOrDefault("content", ""));
        map.forEach((field, column) -> {
            if (MappedFields.isColumn(field)) {
                columns.put(MappedFields.canonical(field), Column.of(column));
            }
        });
    }

    @Override
    public boolean recognises(JsonNode row) {
        return true;
    }

    @Override
    public List<Content> read(JsonNode row) throws UnusableException {
        ObjectNode named = Json.mapper().createObjectNode();
        columns.forEach((field, column) -> named.set(field, column.in(row)));
        Set<String> used = new HashSet<>();
        Map<String, Object> meta = rest(row, used);
        if (columns.containsKey(MappedFields.TEXT)) {
            return List.of(new Content(null, Fields.required(named, MappedFields.TEXT), List.of(), used, meta));
        }
        List<Message> messages = messages(named, meta);
        if (messages.isEmpty()) {
            throw new UnusableException("empty-conversation");
        }
        return List.of(new Content(null, null, messages, used, meta));
    }

    private List<Message> messages(JsonNode named, Map<String, Object> meta) throws UnusableException {
        List<Message> prompt = prompt(named, meta);
        if (columns.containsKey(MappedFields.CHOSEN)) {
            Preference pair = Preference.of(prompt, named.path(MappedFields.CHOSEN), named.path(MappedFields.REJECTED));
            meta.putAll(pair.meta());
            return pair.messages();
        }
        if (columns.containsKey(MappedFields.OUTPUT)) {
            prompt.addAll(PromptCompletionPreset.turns(named.path(MappedFields.OUTPUT), Roles.ASSISTANT));
        }
        return prompt;
    }

    private List<Message> prompt(JsonNode named, Map<String, Object> meta) throws UnusableException {
        if (columns.containsKey(MappedFields.MESSAGES)) {
            Conversation turns = Conversation.of(named.path(MappedFields.MESSAGES), keys)
                    .withSystem(Fields.optional(named, Exchange.SYSTEM));
            meta.putAll(turns.meta());
            return new ArrayList<>(turns.messages());
        }
        JsonNode asked = named.path(MappedFields.INSTRUCTION);
        if (EmbeddedJson.mayBeList(asked)) {
            Conversation turns = Conversation.of(asked, keys).withSystem(Fields.optional(named, Exchange.SYSTEM));
            return new ArrayList<>(turns.messages());
        }
        return columns.containsKey(MappedFields.INSTRUCTION)
                ? Exchange.prompt(named, MappedFields.INSTRUCTION, MappedFields.INPUT)
                : new ArrayList<>();
    }

    /** Notes the fields that are used, and gives what is left of those of which only a part is. */
    private Map<String, Object> rest(JsonNode row, Set<String> used) {
        Map<String, JsonNode> left = new LinkedHashMap<>();
        for (Column column : columns.values()) {
            if (column.isNestedIn(row)) {
                String top = column.path().get(0);
                used.add(top);
                left.computeIfAbsent(top, name -> Json.mapper()
                        .createObjectNode()
                        .set(name, row.path(name).deepCopy()));
                column.removeFrom(left.get(top));
            } else {
                used.add(column.name());
            }
        }
        Map<String, Object> meta = new LinkedHashMap<>();
        left.forEach((name, holder) -> putRest(meta, name, holder.path(name)));
        return meta;
    }

    private static void putRest(Map<String, Object> meta, String name, JsonNode value) {
        if (name.equals("meta") && value.isObject()) {
            value.properties().forEach(field -> meta.put(field.getKey(), Fields.plain(field.getValue())));
        } else if (!value.isEmpty()) {
            meta.put(name, Fields.plain(value));
        }
    }
}
