package lathe.ingest.preset;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import lathe.data.Message;

/**
 * Pairs of answers, {@code chosen} and {@code rejected}, to what stands in {@code prompt} (TRL: a string or messages),
 * {@code instruction} and {@code input} (LLaMA-Factory), {@code question} or {@code messages}, or to what both
 * conversations begin with (TRL's implicit prompt, UltraFeedback binarized). Also LLaMA-Factory's earlier form of
 * comparisons: {@code instruction}, {@code input} and {@code output} with two strings, the better first.
 */
final class PreferencePreset implements Preset {
    private static final String CHOSEN = "chosen";
    private static final String REJECTED = "rejected";
    private static final String OUTPUT = "output";
    private static final String INSTRUCTION = "instruction";

    @Override
    public boolean recognises(JsonNode row) {
        return row.has(CHOSEN)
                ? row.has(REJECTED) && hasPrompt(row)
                : row.path(OUTPUT).isArray() && row.has(INSTRUCTION);
    }

    private static boolean hasPrompt(JsonNode row) {
        return row.has("prompt")
                || row.has(INSTRUCTION)
                || row.has("question")
                || EmbeddedJson.mayBeList(row.path(CHOSEN))
                || row.path(MessagesPreset.FIELD).isArray();
    }

    @Override
    public List<Content> read(JsonNode row) throws UnusableException {
        Set<String> used = new HashSet<>();
        List<Message> prompt = prompt(row, used);
        Preference pair;
        if (row.has(CHOSEN)) {
            used.add(CHOSEN);
            used.add(REJECTED);
            pair = Preference.of(prompt, row.path(CHOSEN), row.path(REJECTED));
        } else {
            used.add(OUTPUT);
            pair = Preference.of(
                    prompt, row.path(OUTPUT).path(0), row.path(OUTPUT).path(1));
        }
        if (pair.prompt().isEmpty()) {
            throw new UnusableException("missing-field");
        }
        return List.of(new Content(null, null, pair.messages(), used, pair.meta()));
    }

    private static List<Message> prompt(JsonNode row, Set<String> used) throws UnusableException {
        JsonNode messages = row.path(MessagesPreset.FIELD);
        if (row.has(INSTRUCTION)) {
            used.addAll(List.of(INSTRUCTION, "input", Exchange.SYSTEM, Exchange.HISTORY));
            return Exchange.prompt(row, INSTRUCTION, "input");
        }
        if (messages.isArray() && messages.equals(row.path(CHOSEN))) {
            used.add(MessagesPreset.FIELD); // UltraFeedback repeats the chosen conversation
        }
        for (String field : List.of("prompt", "question")) {
            if (row.has(field)) {
                used.add(field);
                return withSystem(row, used, PromptCompletionPreset.turns(row.path(field), Roles.USER));
            }
        }
        if (!messages.isArray() || used.contains(MessagesPreset.FIELD)) {
            return List.of();
        }
        used.add(MessagesPreset.FIELD);
        return Conversation.of(messages, TurnKeys.ANY).messages();
    }

    private static List<Message> withSystem(JsonNode row, Set<String> used, List<Message> turns)
            throws UnusableException {
        String system = Fields.optional(row, Exchange.SYSTEM);
        if (system.isEmpty()) {
            return turns;
        }
        used.add(Exchange.SYSTEM);
        List<Message> all = new ArrayList<>(List.of(new Message(Roles.SYSTEM, system)));
        all.addAll(turns);
        return all;
    }
}
