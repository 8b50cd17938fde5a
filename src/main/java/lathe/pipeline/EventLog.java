package lathe.pipeline;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.time.Instant;
import lathe.run.Event;
import lathe.run.Json;

/** Events as the lines that files and {@code --json} hold. */
public final class EventLog {
    private EventLog() {}

    /** An event with its time, in seconds since 1970. */
    public static ObjectNode toJson(Event event) {
        ObjectNode tree = Json.tree(event);
        if (!tree.has("time")) {
            tree.put("time", Instant.now().toEpochMilli() / 1e3);
        }
        return tree;
    }

    /** The event of a line. */
    public static Event parse(String line) throws IOException {
        try {
            return Json.mapper().readValue(line, Event.class);
        } catch (JsonProcessingException e) {
            throw new IOException("not an event: " + line, e);
        }
    }
}
