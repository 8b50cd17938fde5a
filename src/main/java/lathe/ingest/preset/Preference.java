package lathe.ingest.preset;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import lathe.data.Message;

/**
 * Answers to one prompt of which one was preferred. The record is the prompt and the chosen answer.
 * {@code meta.rejected} lists the others: each a string that could have stood in the last message's place. Only where
 * an answer takes several turns is it a list of messages, and then {@code meta.prompt_turns} says how many messages are
 * the prompt.
 *
 * @param prompt the messages that were answered
 * @param chosen the preferred answer
 * @param rejected the other answers
 */
record Preference(List<Message> prompt, List<Message> chosen, List<List<Message>> rejected) {
    static final String REJECTED = "rejected";

    /** Reads a row's {@code chosen} and {@code rejected}; what both begin with belongs to the prompt. */
    static Preference of(List<Message> before, JsonNode chosenValue, JsonNode rejectedValue) throws UnusableException {
        List<Message> chosen = answer(chosenValue);
        List<List<Message>> rejected = answers(rejectedValue);
        if (chosen.isEmpty() || rejected.stream().anyMatch(List::isEmpty)) {
            throw new UnusableException("missing-field");
        }
        return isWhole(chosen) ? ofWhole(chosen, rejected) : new Preference(before, chosen, rejected);
    }

    /** A conversation that begins at its beginning repeats the prompt. */
    private static boolean isWhole(List<Message> messages) {
        String first = messages.get(0).role();
        return first.equals(Roles.USER) || first.equals(Roles.SYSTEM);
    }

    private static Preference ofWhole(List<Message> chosen, List<List<Message>> rejected) {
        List<Message> first = rejected.get(0);
        int shared = isWhole(first) ? shared(chosen, first) : chosen.size() - 1;
        List<List<Message>> others = isWhole(first) ? List.of(first.subList(shared, first.size())) : rejected;
        return new Preference(chosen.subList(0, shared), chosen.subList(shared, chosen.size()), others);
    }

    private static int shared(List<Message> a, List<Message> b) {
        int most = Math.min(a.size(), b.size()) - 1; // an answer is left even where both are the same
        int same = 0;
        while (same < most && a.get(same).equals(b.get(same))) {
            same++;
        }
        return same;
    }

    private static List<List<Message>> answers(JsonNode value) throws UnusableException {
        JsonNode list = EmbeddedJson.of(value);
        if (!list.path(0).isTextual()) {
            return List.of(answer(value));
        }
        List<List<Message>> all = new ArrayList<>();
        for (JsonNode text : list) {
            all.add(answer(text));
        }
        return all;
    }

    private static List<Message> answer(JsonNode value) throws UnusableException {
        if (value.isObject()) {
            return List.of(Conversation.message(value, TurnKeys.ANY));
        }
        if (EmbeddedJson.mayBeList(value)) {
            return Conversation.of(value, TurnKeys.ANY).messages();
        }
        return List.of(new Message(Roles.ASSISTANT, Fields.text(value)));
    }

    /** The record: prompt and chosen answer. */
    List<Message> messages() {
        List<Message> all = new ArrayList<>(prompt);
        all.addAll(chosen);
        return all;
    }

    /** What the record keeps of the other answers. */
    Map<String, Object> meta() {
        Map<String, Object> meta = new LinkedHashMap<>();
        meta.put(REJECTED, rejected.stream().map(Preference::plain).toList());
        if (!isOneTurn(chosen) || !rejected.stream().allMatch(Preference::isOneTurn)) {
            meta.put("prompt_turns", prompt.size());
        }
        return meta;
    }

    private static Object plain(List<Message> answer) {
        if (isOneTurn(answer)) {
            return answer.get(0).content();
        }
        return answer.stream()
                .map(message -> Map.of("role", message.role(), "content", message.content()))
                .toList();
    }

    private static boolean isOneTurn(List<Message> answer) {
        return answer.size() == 1 && answer.get(0).role().equals(Roles.ASSISTANT);
    }
}
