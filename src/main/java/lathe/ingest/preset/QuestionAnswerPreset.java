package lathe.ingest.preset;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Set;
import lathe.data.Message;

/**
 * {@code question} and {@code answer}, as GSM8K (openai/grade-school-math), and SQuAD's rows on Hugging Face:
 * {@code question}, {@code context} and {@code answers: {text: […]}}. A context is a user turn of its own. SQuAD's
 * first answer is the record's; all stay in meta.
 */
final class QuestionAnswerPreset implements Preset {
    private static final String QUESTION = "question";
    private static final String ANSWER = "answer";
    private static final String CONTEXT = "context";

    @Override
    public boolean recognises(JsonNode row) {
        return Fields.isText(row, QUESTION)
                && (row.path(ANSWER).isTextual()
                        || row.path("answers").path("text").isArray());
    }

    @Override
    public List<Content> read(JsonNode row) throws UnusableException {
        if (row.has(ANSWER)) {
            return content(row, Fields.required(row, ANSWER), Set.of(QUESTION, ANSWER, CONTEXT));
        }
        JsonNode answers = row.path("answers").path("text");
        if (answers.isEmpty()) {
            throw new UnusableException("no-answer");
        }
        return content(row, Fields.text(answers.path(0)), Set.of(QUESTION, CONTEXT));
    }

    private static List<Content> content(JsonNode row, String answer, Set<String> used) throws UnusableException {
        // contexts in other forms, as lists of passages, stay in meta
        boolean plain = Fields.isText(row, CONTEXT);
        List<Message> messages =
                Exchange.messages(Fields.required(row, QUESTION), plain ? Fields.required(row, CONTEXT) : "", answer);
        return List.of(Content.conversation(messages, plain ? used : without(used)));
    }

    private static Set<String> without(Set<String> used) {
        return used.contains(ANSWER) ? Set.of(QUESTION, ANSWER) : Set.of(QUESTION);
    }
}
