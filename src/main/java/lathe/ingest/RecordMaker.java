package lathe.ingest;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import lathe.data.Document;
import lathe.data.Message;
import lathe.recipe.CorpusSource;
import lathe.run.Failure;
import lathe.run.Json;
import lathe.text.Unicode;
import org.jspecify.annotations.Nullable;

/** Makes records of a source's rows. */
final class RecordMaker {
    private final String source;
    private final String idField;
    private final @Nullable Preset fixed;

    /** For a source's preset and mapping; a mapping goes before a preset. */
    RecordMaker(CorpusSource source) throws Failure {
        this.source = source.source();
        Preset.check(source.preset());
        idField = source.map().getOrDefault("id", "id");
        Map<String, String> columns = new LinkedHashMap<>(source.map());
        columns.remove("id");
        fixed = columns.isEmpty() ? Preset.all().get(source.preset()) : new MappedPreset(source.map());
    }

    /**
     * The record of a row.
     *
     * @param place its id where the row has none
     */
    Document make(JsonNode row, String place) throws UnusableException {
        if (!row.isObject() && !row.isTextual()) {
            throw new UnusableException("not-a-record");
        }
        Content content = (fixed == null ? detected(row) : fixed).read(row);
        check(row, content);
        JsonNode id = row.path(idField);
        boolean own = id.isValueNode() && !id.isNull();
        Document document = new Document(
                own ? id.asText() : place, source, content.text(), content.messages(), meta(row, content, own));
        return withoutDerived(document);
    }

    private static Preset detected(JsonNode row) throws UnusableException {
        for (Preset preset : Preset.all().values()) {
            if (preset.recognises(row)) {
                return preset;
            }
        }
        throw new UnusableException("missing-field");
    }

    /** Refuses what a model must not see, or what could not be written as UTF-8. */
    private static void check(JsonNode row, Content content) throws UnusableException {
        if (hasLoneSurrogate(row)) {
            throw new UnusableException("lone-surrogate");
        }
        boolean nul = content.text() != null && content.text().indexOf('\0') >= 0;
        for (Message message : content.messages()) {
            nul = nul || message.content().indexOf('\0') >= 0;
        }
        if (nul) {
            throw new UnusableException("nul");
        }
    }

    private static boolean hasLoneSurrogate(JsonNode node) {
        if (node.isTextual()) {
            return Unicode.loneSurrogate(node.textValue()) >= 0;
        }
        for (Map.Entry<String, JsonNode> field : node.properties()) {
            if (Unicode.loneSurrogate(field.getKey()) >= 0) {
                return true;
            }
        }
        for (JsonNode child : node) {
            if (hasLoneSurrogate(child)) {
                return true;
            }
        }
        return false;
    }

    private Map<String, Object> meta(JsonNode row, Content content, boolean ownId) {
        Map<String, Object> meta = new LinkedHashMap<>();
        for (Map.Entry<String, JsonNode> field : row.properties()) {
            String name = field.getKey();
            JsonNode value = field.getValue();
            if (name.equals("meta") && value.isObject()) {
                value.properties().forEach(inner -> meta.put(inner.getKey(), plain(inner.getValue())));
            } else if (!content.used().contains(name) && !(ownId && name.equals(idField))) {
                meta.put(name, plain(value));
            }
        }
        return meta;
    }

    private static @Nullable Object plain(JsonNode value) {
        return Json.mapper().convertValue(value, Object.class);
    }

    /** Records that Lathe wrote repeat their last exchange as prompt and response, and their own source. */
    private static Document withoutDerived(Document document) {
        Map<String, Object> meta = new LinkedHashMap<>(document.meta());
        if (document.isConversation()) {
            meta.remove("prompt", document.prompt());
            meta.remove("response", document.response());
        }
        meta.remove("source", document.source());
        List<Message> messages = document.messages();
        return new Document(document.id(), document.source(), document.text(), messages, meta);
    }
}
