package lathe.ingest.preset;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Set;

/**
 * GPT4All (nomic-ai/gpt4all-j-prompt-generations): {@code prompt}, {@code response} and {@code source}, which is meta.
 */
final class Gpt4AllPreset implements Preset {
    private static final Set<String> USED = Set.of("prompt", "response");

    @Override
    public boolean recognises(JsonNode row) {
        return row.has("source") && Fields.isText(row, "prompt") && row.has("response");
    }

    @Override
    public List<Content> read(JsonNode row) throws UnusableException {
        return List.of(Content.conversation(Exchange.messages(row, "prompt", "", "response"), USED));
    }
}
