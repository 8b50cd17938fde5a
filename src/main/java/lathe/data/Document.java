package lathe.data;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * One record of a corpus: a text, or a conversation.
 *
 * @param id the source's own as a string, else {@code source:line}
 * @param source the name under which it was imported
 * @param text the text; null for a conversation
 * @param messages the turns; empty for a text
 * @param meta everything else the source said
 */
@JsonPropertyOrder({"id", "source", "text", "messages", "prompt", "response", "meta"})
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record Document(
        String id,
        String source,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String text,
        List<Message> messages,
        Map<String, Object> meta) {

    /** Missing lists and maps become empty ones. */
    public Document {
        messages = messages == null ? List.of() : List.copyOf(messages);
        meta = meta == null || meta.isEmpty()
                ? Map.of()
                : java.util.Collections.unmodifiableMap(new LinkedHashMap<>(meta));
    }

    /** A text. */
    public static Document text(String id, String source, String text) {
        return new Document(id, source, text, List.of(), Map.of());
    }

    /** A conversation. */
    public static Document conversation(String id, String source, List<Message> messages) {
        return new Document(id, source, null, messages, Map.of());
    }

    @JsonIgnore
    public boolean isConversation() {
        return !messages.isEmpty();
    }

    /** What rules look at and tokenizers learn from: the text, or all turns with a line's end between them. */
    @JsonIgnore
    public String content() {
        return text != null ? text : messages.stream().map(Message::content).collect(Collectors.joining("\n"));
    }

    /** Everything before the last answer, for readers that know only prompt and response; null for a text. */
    @JsonProperty(access = JsonProperty.Access.READ_ONLY)
    public @Nullable String prompt() {
        int last = lastAnswer();
        return last < 0
                ? null
                : messages.subList(0, last).stream().map(Message::content).collect(Collectors.joining("\n"));
    }

    /** The last answer; null for a text. */
    @JsonProperty(access = JsonProperty.Access.READ_ONLY)
    public @Nullable String response() {
        int last = lastAnswer();
        return last < 0 ? null : messages.get(last).content();
    }

    /** The same record with another text. */
    public Document withText(String newText) {
        return new Document(id, source, newText, messages, meta);
    }

    /** The same record with other facts beside it. */
    public Document withMeta(Map<String, Object> newMeta) {
        return new Document(id, source, text, messages, newMeta);
    }

    /** Index of the last answer among the messages; -1 where there is none. */
    int lastAnswer() {
        for (int i = messages.size() - 1; i >= 0; i--) {
            if (messages.get(i).role().equals("assistant")) {
                return i;
            }
        }
        return -1;
    }
}
