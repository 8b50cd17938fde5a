package lathe.ingest.preset;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Set;

/** GPTeacher (teknium1/GPTeacher): {@code instruction}, {@code input} and {@code response}. */
final class GpTeacherPreset implements Preset {
    private static final Set<String> USED = Set.of("instruction", "input", "response");

    @Override
    public boolean recognises(JsonNode row) {
        return row.has("instruction") && row.has("response");
    }

    @Override
    public List<Content> read(JsonNode row) throws UnusableException {
        return List.of(Content.conversation(Exchange.messages(row, "instruction", "input", "response"), USED));
    }
}
