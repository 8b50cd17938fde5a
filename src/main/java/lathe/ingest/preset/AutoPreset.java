package lathe.ingest.preset;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Collection;
import java.util.List;

/** Finds out row by row: files in which several forms are mixed come in whole. */
final class AutoPreset implements Preset {
    private final Collection<Preset> known = Preset.all().values();

    @Override
    public boolean recognises(JsonNode row) {
        return known.stream().anyMatch(preset -> preset.recognises(row));
    }

    @Override
    public List<Content> read(JsonNode row) throws UnusableException {
        for (Preset preset : known) {
            if (preset.recognises(row)) {
                return preset.read(row);
            }
        }
        throw new UnusableException("missing-field");
    }
}
