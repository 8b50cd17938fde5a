package lathe.ingest;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import lathe.data.Document;
import lathe.data.Message;
import lathe.ingest.item.Item;
import lathe.ingest.preset.Column;
import lathe.ingest.preset.Content;
import lathe.ingest.preset.Preset;
import lathe.ingest.preset.Surrogates;
import lathe.ingest.preset.UnusableException;
import lathe.recipe.CorpusSource;
import lathe.run.Failure;
import lathe.run.Json;
import org.jspecify.annotations.Nullable;

/** Makes records of a source's rows. Safe for several threads. */
final class RecordMaker {
    private final String source;
    private final Column idColumn;
    private final Preset preset;
    private final CorpusSource corpusSource;

    /** For a source's preset and mapping; a mapping goes before a preset. */
    RecordMaker(CorpusSource source) throws Failure {
        this.source = source.source();
        Preset.check(source.preset());
        idColumn = Column.of(source.map().getOrDefault("id", "id"));
        preset = Preset.of(source);
        corpusSource = source;
    }

    /** The name of the preset of a file, by {@link Preset#shown}. */
    String presetName(List<JsonNode> firstRows, String file) {
        return Preset.shown(corpusSource, firstRows, file);
    }

    /** The preset by which rows are read, where they show this one. */
    Preset preset(String shown) {
        return Preset.all().getOrDefault(shown, preset);
    }

    /**
     * The records of a row, at least one.
     *
     * @param place the id where the row has none; several records without an id of their own are numbered
     */
    List<Document> make(Item.Row item, String place) throws UnusableException {
        JsonNode row = item.value();
        if (!row.isObject() && !row.isTextual()) {
            throw new UnusableException("not-a-record");
        }
        List<Content> contents = preset.read(row);
        JsonNode own = idColumn.in(row);
        boolean hasId = own.isValueNode() && !own.isNull();
        if (!item.isWellFormed() && Surrogates.haveLone(row)) {
            throw new UnusableException("lone-surrogate");
        }
        List<Document> made = new ArrayList<>(contents.size());
        for (Content content : contents) {
            refuseNul(content);
            String numbered = contents.size() == 1 ? place : place + "/" + (made.size() + 1);
            String id = content.id() != null ? content.id() : hasId ? own.asText() : numbered;
            Document bare = new Document(id, source, content.text(), content.messages(), Map.of());
            Map<String, Object> meta = meta(row, content, hasId);
            removeDerived(meta, bare);
            made.add(meta.isEmpty() ? bare : bare.withMeta(meta));
        }
        return made;
    }

    private static void refuseNul(Content content) throws UnusableException {
        boolean nul = content.text() != null && content.text().indexOf('\0') >= 0;
        for (Message message : content.messages()) {
            nul = nul || message.content().indexOf('\0') >= 0;
        }
        if (nul) {
            throw new UnusableException("nul");
        }
    }

    /** Everything that no field of the record came from; may be changed. */
    private Map<String, Object> meta(JsonNode row, Content content, boolean ownId) {
        Map<String, Object> meta = new LinkedHashMap<>(4);
        for (Map.Entry<String, JsonNode> field : row.properties()) {
            String name = field.getKey();
            JsonNode value = field.getValue();
            if (content.used().contains(name) || (ownId && name.equals(idColumn.name()))) {
                continue;
            }
            if (name.equals("meta") && value.isObject()) {
                value.properties().forEach(inner -> meta.put(inner.getKey(), plain(inner.getValue())));
            } else {
                meta.put(name, plain(value));
            }
        }
        meta.putAll(content.meta());
        return meta;
    }

    private static @Nullable Object plain(JsonNode value) {
        return value.isTextual() ? value.textValue() : Json.mapper().convertValue(value, Object.class);
    }

    /** Records that Lathe wrote repeat their last exchange as prompt and response, and their own source. */
    private static void removeDerived(Map<String, Object> meta, Document document) {
        if (meta.isEmpty()) {
            return;
        }
        if (document.isConversation()) {
            meta.remove("prompt", document.prompt());
            meta.remove("response", document.response());
        }
        meta.remove("source", document.source());
    }
}
