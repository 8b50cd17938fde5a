package lathe.ingest.preset;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;

/** Finds out row by row: files in which several forms are mixed come in whole. */
final class AutoPreset implements Preset {
    static final Preset INSTANCE = new AutoPreset();

    private AutoPreset() {}

    @Override
    public boolean recognises(JsonNode row) {
        return Presets.FORMS.stream().anyMatch(preset -> preset.recognises(row));
    }

    @Override
    public List<Content> read(JsonNode row) throws UnusableException {
        for (Preset preset : Presets.FORMS) {
            if (preset.recognises(row)) {
                return preset.read(row);
            }
        }
        throw new UnusableException("missing-field");
    }
}
