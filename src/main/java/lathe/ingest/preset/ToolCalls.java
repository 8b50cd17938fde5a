package lathe.ingest.preset;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import lathe.run.Json;

/**
 * Calls of functions as text, in the form in which ShareGPT data has them: {@code {"name": …, "arguments": {…}}}, a
 * line per call. OpenAI keeps them beside the content, in {@code tool_calls} or, earlier, {@code function_call}.
 */
final class ToolCalls {
    private ToolCalls() {}

    /** The calls of a turn, or the empty text. */
    static String text(JsonNode turn) {
        StringBuilder text = new StringBuilder();
        for (JsonNode call : turn.path("tool_calls")) {
            add(text, call.path("function").isObject() ? call.path("function") : call);
        }
        if (turn.path("function_call").isObject()) {
            add(text, turn.path("function_call"));
        }
        return text.toString();
    }

    private static void add(StringBuilder text, JsonNode function) {
        ObjectNode call = Json.mapper().createObjectNode();
        call.set("name", function.path("name"));
        call.set("arguments", EmbeddedJson.of(function.path("arguments")));
        text.append(text.isEmpty() ? "" : "\n").append(Json.line(call));
    }
}
