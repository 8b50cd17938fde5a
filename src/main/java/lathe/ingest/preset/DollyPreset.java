package lathe.ingest.preset;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Set;

/**
 * databricks-dolly-15k: {@code instruction}, {@code context}, {@code response} and {@code category}. A filled context
 * is a user turn of its own; the category is meta. Rows without a context or its field are recognised by the category.
 */
final class DollyPreset implements Preset {
    private static final Set<String> USED = Set.of("instruction", "context", "response");

    @Override
    public boolean recognises(JsonNode row) {
        return row.has("instruction") && row.has("response") && (row.has("category") || row.has("context"));
    }

    @Override
    public List<Content> read(JsonNode row) throws UnusableException {
        return List.of(Content.conversation(Exchange.messages(row, "instruction", "context", "response"), USED));
    }
}
