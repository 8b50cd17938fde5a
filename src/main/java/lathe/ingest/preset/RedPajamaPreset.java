package lathe.ingest.preset;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * RedPajama-Data-1T (togethercomputer/RedPajama-Data-1T): {@code text} and {@code meta}, which is an object, or the
 * JSON of one in a string as the loader on Hugging Face gives it; the files of Common Crawl have {@code pred_label} and
 * {@code wiki_prob} beside the text instead. The fields of {@code meta} become the record's.
 */
final class RedPajamaPreset implements Preset {
    private static final String TEXT = "text";
    private static final String META = "meta";

    @Override
    public boolean recognises(JsonNode row) {
        if (!Fields.isText(row, TEXT)) {
            return false;
        }
        JsonNode meta = row.path(META);
        return row.has("red_pajama_subset")
                || (meta.isObject() ? isKnown(meta) : meta.isTextual() && isKnown(meta.textValue()))
                || (row.has("pred_label") && row.has("wiki_prob"));
    }

    /** Whether it has what each of the subsets has: most a time and a place, books a title, Common Crawl a label. */
    private static boolean isKnown(JsonNode meta) {
        return meta.has("timestamp")
                ? meta.has("url") || meta.has("source")
                : meta.has("short_book_title") || meta.has("pred_label");
    }

    private static boolean isKnown(String meta) {
        if (!meta.startsWith("{\"")) {
            return false;
        }
        return meta.contains("\"timestamp\"")
                ? meta.contains("\"url\"") || meta.contains("\"source\"")
                : meta.contains("\"short_book_title\"") || meta.contains("\"pred_label\"");
    }

    @Override
    public List<Content> read(JsonNode row) throws UnusableException {
        String text = Fields.required(row, TEXT);
        JsonNode meta = EmbeddedJson.of(row.path(META));
        if (!row.path(META).isTextual() || !meta.isObject()) {
            return List.of(Content.text(text, TEXT)); // objects are unfolded for all presets
        }
        Map<String, Object> unfolded = new LinkedHashMap<>();
        meta.properties().forEach(field -> unfolded.put(field.getKey(), Fields.plain(field.getValue())));
        return List.of(new Content(null, text, List.of(), Set.of(TEXT, META), unfolded));
    }
}
