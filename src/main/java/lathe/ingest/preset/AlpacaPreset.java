package lathe.ingest.preset;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Set;
import lathe.data.Message;

/**
 * {@code instruction}, {@code input} and {@code output}: Stanford Alpaca (tatsu-lab/stanford_alpaca), AlpacaDataCleaned
 * (gururise/AlpacaDataCleaned), the instruction data of GPT-4-LLM (Instruction-Tuning-with-GPT-4/GPT-4-LLM), and
 * LLaMA-Factory's form of it with {@code system} and {@code history}. Nothing in the rows tells the first three apart.
 */
final class AlpacaPreset implements Preset {
    private static final Set<String> USED = Set.of("instruction", "input", "output", Exchange.SYSTEM, Exchange.HISTORY);
    private static final Set<String> USED_WITH_TEXT =
            Set.of("instruction", "input", "output", Exchange.SYSTEM, Exchange.HISTORY, "text");

    @Override
    public boolean recognises(JsonNode row) {
        return row.has("instruction") && row.has("output");
    }

    @Override
    public List<Content> read(JsonNode row) throws UnusableException {
        List<Message> messages = Exchange.prompt(row, "instruction", "input");
        messages.add(new Message(Roles.ASSISTANT, Fields.required(row, "output")));
        return List.of(Content.conversation(messages, isRendered(row.path("text")) ? USED_WITH_TEXT : USED));
    }

    /** On Hugging Face tatsu-lab/alpaca repeats each row as the text of its template. */
    private static boolean isRendered(JsonNode text) {
        return text.isTextual() && text.textValue().startsWith("Below is an instruction that describes a task");
    }
}
