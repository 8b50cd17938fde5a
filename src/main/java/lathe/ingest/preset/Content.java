package lathe.ingest.preset;

import java.util.List;
import java.util.Map;
import java.util.Set;
import lathe.data.Message;
import org.jspecify.annotations.Nullable;

/**
 * What a preset found in a row: one record's worth.
 *
 * @param id the record's own id, or null where the row's or its place serves
 * @param text the text, or null where there are messages
 * @param used the fields it came from; all others are meta
 * @param meta what else the preset knows of the record
 */
public record Content(
        @Nullable String id,
        @Nullable String text,
        List<Message> messages,
        Set<String> used,
        Map<String, Object> meta) {

    /** A text that is in one field. */
    static Content text(String text, String field) {
        return new Content(null, text, List.of(), Set.of(field), Map.of());
    }

    /** A conversation. */
    static Content conversation(List<Message> messages, Set<String> used) {
        return new Content(null, null, messages, used, Map.of());
    }
}
