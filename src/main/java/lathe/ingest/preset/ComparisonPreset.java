package lathe.ingest.preset;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import lathe.data.Message;

/**
 * The comparison data of GPT-4-LLM (Instruction-Tuning-with-GPT-4/GPT-4-LLM): {@code user_input} with
 * {@code completion_a} preferred to {@code completion_b}, and the form of the second edition with
 * {@code responses_and_scores: [{response, source, score}]}.
 *
 * <p>The best answer is the record's, those with a lower score are {@code meta.rejected}, those with the same score
 * {@code meta.equal}; {@code meta.scores} and {@code meta.models} name all answers in the order chosen, rejected,
 * equal.
 */
final class ComparisonPreset implements Preset {
    private static final String INPUT = "user_input";
    private static final String SCORED = "responses_and_scores";
    private static final Set<String> USED = Set.of(INPUT, SCORED, "completion_a", "completion_b");

    private record Scored(String response, double score, JsonNode row) {}

    @Override
    public boolean recognises(JsonNode row) {
        return row.has(INPUT) && (row.has(SCORED) || (row.has("completion_a") && row.has("completion_b")));
    }

    @Override
    public List<Content> read(JsonNode row) throws UnusableException {
        List<Message> prompt = List.of(new Message(Roles.USER, Fields.required(row, INPUT)));
        if (!row.has(SCORED)) {
            Preference pair = Preference.of(prompt, row.path("completion_a"), row.path("completion_b"));
            return List.of(new Content(null, null, pair.messages(), USED, pair.meta()));
        }
        List<Scored> answers = answers(row);
        if (answers.isEmpty()) {
            throw new UnusableException("no-answer");
        }
        return List.of(new Content(
                null,
                null,
                Exchange.messages(prompt.get(0).content(), "", answers.get(0).response()),
                USED,
                meta(answers)));
    }

    /** Best first; the order of the file among equals. */
    private static List<Scored> answers(JsonNode row) throws UnusableException {
        List<Scored> answers = new ArrayList<>();
        for (JsonNode answer : EmbeddedJson.of(row.path(SCORED))) {
            String score = Fields.required(answer, "score");
            try {
                answers.add(new Scored(Fields.required(answer, "response"), Double.parseDouble(score), answer));
            } catch (NumberFormatException e) {
                throw new UnusableException("missing-field");
            }
        }
        answers.sort(Comparator.comparingDouble(Scored::score).reversed());
        return answers;
    }

    private static Map<String, Object> meta(List<Scored> sorted) {
        double best = sorted.get(0).score();
        List<Scored> equal =
                sorted.stream().skip(1).filter(a -> a.score() == best).toList();
        List<Scored> lower = sorted.stream().filter(a -> a.score() < best).toList();
        List<Scored> all = new ArrayList<>(List.of(sorted.get(0)));
        all.addAll(lower);
        all.addAll(equal);
        Map<String, Object> meta = new LinkedHashMap<>();
        putFilled(
                meta, Preference.REJECTED, lower.stream().map(Scored::response).toList());
        putFilled(meta, "equal", equal.stream().map(Scored::response).toList());
        meta.put("scores", all.stream().map(Scored::score).toList());
        meta.put(
                "models", all.stream().map(a -> a.row().path("source").asText()).toList());
        return meta;
    }

    private static void putFilled(Map<String, Object> meta, String name, List<String> answers) {
        if (!answers.isEmpty()) {
            meta.put(name, answers);
        }
    }
}
