package lathe.clean;

import java.util.Map;
import lathe.data.Document;
import lathe.data.Dropped;
import org.jspecify.annotations.Nullable;

/**
 * What became of a record.
 *
 * @param dropped why it goes, or null where it stays
 * @param scores what the rules measured, by rule
 */
public record Decision(Document document, @Nullable Dropped dropped, Map<String, Object> scores) {

    /** Whether the record stays. */
    public boolean kept() {
        return dropped == null;
    }
}
