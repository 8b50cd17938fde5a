package lathe.ingest.preset;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import lathe.data.Message;

/** The messages of rows that hold one exchange. A filled input is a user turn of its own. */
final class Exchange {
    static final String SYSTEM = "system";
    static final String HISTORY = "history";

    private Exchange() {}

    /** Instruction, input and answer. */
    static List<Message> messages(String instruction, String input, String output) {
        List<Message> messages = new ArrayList<>();
        addAsked(messages, instruction, input);
        messages.add(new Message(Roles.ASSISTANT, output));
        return messages;
    }

    /** The same, read from three fields; the second may be absent or empty. */
    static List<Message> messages(JsonNode row, String instruction, String input, String output)
            throws UnusableException {
        return messages(Fields.required(row, instruction), Fields.optional(row, input), Fields.required(row, output));
    }

    /** What is asked, with LLaMA-Factory's {@code system} and {@code history} (pairs of question and answer) before. */
    static List<Message> prompt(JsonNode row, String instruction, String input) throws UnusableException {
        List<Message> messages = new ArrayList<>();
        String system = Fields.optional(row, SYSTEM);
        if (!system.isEmpty()) {
            messages.add(new Message(Roles.SYSTEM, system));
        }
        for (JsonNode pair : EmbeddedJson.of(row.path(HISTORY))) {
            messages.add(new Message(Roles.USER, Fields.text(pair.path(0))));
            messages.add(new Message(Roles.ASSISTANT, Fields.text(pair.path(1))));
        }
        addAsked(messages, Fields.required(row, instruction), Fields.optional(row, input));
        return messages;
    }

    private static void addAsked(List<Message> messages, String instruction, String input) {
        messages.add(new Message(Roles.USER, instruction));
        if (!input.isEmpty()) {
            messages.add(new Message(Roles.USER, input));
        }
    }
}
