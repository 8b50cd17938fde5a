package lathe.ingest.preset;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import lathe.ingest.item.BatchReader;

/**
 * Open-Assistant conversations (OpenAssistant/oasst1, LAION-AI/Open-Assistant: oasst-data), in every form that is
 * published: message rows, which are joined into trees; trees, {@code prompt} with nested {@code replies}; roots with
 * nested replies; and threads. Every path from the root to a leaf becomes a record ({@link OasstPaths}).
 */
final class OasstPreset implements Preset {
    private static final String PROMPT = "prompt";
    private static final String THREAD = "thread";

    @Override
    public boolean recognises(JsonNode row) {
        return OasstMessage.is(row)
                || OasstMessage.is(row.path(PROMPT))
                || (row.has("thread_id") && OasstMessage.is(row.path(THREAD).path(0)));
    }

    @Override
    public BatchReader joined(BatchReader rows) {
        return new OasstRows(rows);
    }

    @Override
    public List<Content> read(JsonNode row) throws UnusableException {
        if (row.path(PROMPT).isObject()) {
            return OasstPaths.of(row.path(PROMPT), Set.of(PROMPT, OasstMessage.TREE));
        }
        if (row.path(THREAD).isArray()) {
            return OasstPaths.of(chained(row.path(THREAD)), Set.of(THREAD));
        }
        if (!OasstMessage.is(row)) {
            throw new UnusableException("missing-field");
        }
        if (!OasstMessage.id(row, OasstMessage.PARENT).isEmpty()) {
            throw new UnusableException("orphan");
        }
        Set<String> used = new HashSet<>();
        row.fieldNames().forEachRemaining(used::add);
        used.remove(OasstMessage.STATE);
        return OasstPaths.of(row, used);
    }

    /** A thread as a tree without branches. */
    private static JsonNode chained(JsonNode thread) throws UnusableException {
        JsonNode next = null;
        for (int i = thread.size() - 1; i >= 0; i--) {
            if (!(thread.get(i) instanceof ObjectNode message)) {
                throw new UnusableException("missing-field");
            }
            ObjectNode copy = message.deepCopy();
            copy.remove(OasstMessage.REPLIES);
            if (next != null) {
                copy.putArray(OasstMessage.REPLIES).add(next);
            }
            next = copy;
        }
        if (next == null) {
            throw new UnusableException("empty-conversation");
        }
        return next;
    }
}
