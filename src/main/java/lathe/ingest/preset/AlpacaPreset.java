package lathe.ingest.preset;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import lathe.data.Message;

/**
 * Stanford Alpaca's {@code instruction}, {@code input} and {@code output}. A filled input is a user turn of its own.
 */
final class AlpacaPreset implements Preset {

    @Override
    public boolean recognises(JsonNode row) {
        return row.has("instruction") && row.has("output");
    }

    @Override
    public List<Content> read(JsonNode row) throws UnusableException {
        String instruction = Fields.required(row, "instruction");
        String input = Fields.optional(row, "input");
        String output = Fields.required(row, "output");
        return List.of(
                Content.conversation(messages(instruction, input, output), Set.of("instruction", "input", "output")));
    }

    static List<Message> messages(String instruction, String input, String output) {
        List<Message> messages = new ArrayList<>();
        messages.add(new Message("user", instruction));
        if (!input.isEmpty()) {
            messages.add(new Message("user", input));
        }
        messages.add(new Message("assistant", output));
        return messages;
    }
}
