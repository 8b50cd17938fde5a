package lathe.ui.step.corpus.preview;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** What a row becomes where its columns are named by hand, and the fields that this takes. */
enum Mapping {
    TEXT(List.of("text"), List.of()),
    EXCHANGE(List.of("instruction", "output"), List.of("input", "system")),
    CONVERSATION(List.of("messages"), List.of());

    private static final String ID = "id";

    /** What people call these fields. */
    private static final Map<String, List<String>> NAMES = Map.of(
            "text", List.of("text", "content", "body", "article", "document", "passage"),
            "instruction", List.of("instruction", "prompt", "question", "query", "problem", "input"),
            "output", List.of("output", "response", "answer", "completion", "target", "chosen", "solution"),
            "input", List.of("input", "context"),
            "system", List.of("system", "system_prompt"),
            "messages", List.of("messages", "conversations", "conversation", "dialog", "chat"));

    /** Recipes may call the parts of an exchange so as well. */
    private static final Map<String, String> OTHER_NAMES = Map.of("instruction", "prompt", "output", "response");

    @SuppressWarnings("ImmutableEnumChecker") // made by List.of
    private final List<String> required;

    @SuppressWarnings("ImmutableEnumChecker") // made by List.of
    private final List<String> optional;

    Mapping(List<String> required, List<String> optional) {
        this.required = required;
        this.optional = optional;
    }

    /** The record's fields that can be filled, those first without which there is no record. */
    List<String> fields() {
        List<String> all = new ArrayList<>(required);
        all.addAll(optional);
        all.add(ID);
        return all;
    }

    boolean isRequired(String field) {
        return required.contains(field);
    }

    /** Name in the texts. */
    String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The kind of a mapping that a recipe holds. */
    static Mapping of(Map<String, String> map) {
        if (map.containsKey("messages")) {
            return CONVERSATION;
        }
        return map.containsKey("text") ? TEXT : EXCHANGE;
    }

    /** The column of a field, under either of its names; empty where it has none. */
    static String column(Map<String, String> map, String field) {
        return map.getOrDefault(field, map.getOrDefault(OTHER_NAMES.getOrDefault(field, ""), ""));
    }

    /** A mapping with another column for a field; none where it is empty. */
    static Map<String, String> with(Map<String, String> map, String field, String column) {
        Map<String, String> changed = new LinkedHashMap<>(map);
        changed.remove(field);
        changed.remove(OTHER_NAMES.getOrDefault(field, ""));
        if (!column.isEmpty()) {
            changed.put(field, column);
        }
        return changed;
    }

    /** The kind that the columns suggest. */
    static Mapping suggested(List<String> columns) {
        for (Mapping kind : List.of(CONVERSATION, EXCHANGE)) {
            if (kind.guess(columns).keySet().containsAll(kind.required)) {
                return kind;
            }
        }
        return TEXT;
    }

    /** A mapping to begin with: by the columns' names, and where these say nothing, in their order. */
    Map<String, String> guess(List<String> columns) {
        Map<String, String> map = new LinkedHashMap<>();
        for (String field : fields()) {
            NAMES.getOrDefault(field, List.of(field)).stream()
                    .filter(columns::contains)
                    .filter(column -> !map.containsValue(column))
                    .findFirst()
                    .ifPresent(column -> map.put(field, column));
        }
        return map;
    }

    /** The same where every required field has some column, so that there is something to look at. */
    Map<String, String> begin(List<String> columns) {
        Map<String, String> map = guess(columns);
        for (String field : required) {
            if (!map.containsKey(field)) {
                columns.stream()
                        .filter(column -> !map.containsValue(column))
                        .findFirst()
                        .ifPresent(column -> map.put(field, column));
            }
        }
        return map;
    }
}
