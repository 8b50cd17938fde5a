package lathe.ingest;

import java.util.List;
import java.util.Set;
import lathe.data.Message;
import org.jspecify.annotations.Nullable;

/**
 * What a preset found in a row.
 *
 * @param text the text, or null where there are messages
 * @param used the fields it came from; all others are meta
 */
record Content(@Nullable String text, List<Message> messages, Set<String> used) {
    static Content text(String text, String field) {
        return new Content(text, List.of(), Set.of(field));
    }
}
