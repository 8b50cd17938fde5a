package lathe.ingest.preset;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** The presets by name, and how they are recognised. */
final class Presets {
    static final String NONE = "none";
    static final String MAPPED = "mapped";
    private static final String ALPACA = "alpaca";
    private static final String ALPACA_CLEANED = "alpaca-cleaned";
    private static final String GPT_4_LLM = "gpt-4-llm";

    /** In the order in which they are tried: the more telling form first. */
    static final Map<String, Preset> KNOWN = known();

    /** The same, each form once. */
    static final List<Preset> FORMS = KNOWN.values().stream().distinct().toList();

    private Presets() {}

    private static Map<String, Preset> known() {
        Map<String, Preset> known = new LinkedHashMap<>();
        known.put("oasst", new OasstPreset());
        known.put("gpt-4-llm-comparison", new ComparisonPreset());
        known.put("sharegpt", new ShareGptPreset());
        known.put("preference", new PreferencePreset());
        known.put("messages", new MessagesPreset());
        Preset alpaca = new AlpacaPreset();
        known.put(ALPACA, alpaca);
        known.put(ALPACA_CLEANED, alpaca);
        known.put(GPT_4_LLM, alpaca);
        known.put("dolly", new DollyPreset());
        known.put("gpteacher", new GpTeacherPreset());
        known.put("gpt4all", new Gpt4AllPreset());
        known.put("prompt-completion", new PromptCompletionPreset());
        known.put("question-answer", new QuestionAnswerPreset());
        known.put("redpajama", new RedPajamaPreset());
        Preset text = new TextPreset();
        known.put("text", text);
        known.put(NONE, text);
        return Collections.unmodifiableMap(known);
    }

    /** The form that most rows have, and among equals the one seen first; none where no row has any. */
    static String detect(List<JsonNode> rows) {
        Map<String, Integer> votes = new LinkedHashMap<>();
        for (JsonNode row : rows) {
            of(row).ifPresent(form -> votes.merge(form, 1, Integer::sum));
        }
        int most = votes.values().stream().mapToInt(Integer::intValue).max().orElse(0);
        for (Map.Entry<String, Integer> vote : votes.entrySet()) {
            if (vote.getValue() == most) {
                return vote.getKey();
            }
        }
        return NONE;
    }

    private static Optional<String> of(JsonNode row) {
        if (row.isTextual()) {
            return Optional.of(NONE);
        }
        return KNOWN.entrySet().stream()
                .filter(entry -> entry.getValue().recognises(row))
                .map(Map.Entry::getKey)
                .findFirst();
    }

    /** Three datasets share Alpaca's form: only the name under which a file is published tells which it is. */
    static String named(String form, String file) {
        if (!form.equals(ALPACA)) {
            return form;
        }
        String name = file.substring(file.lastIndexOf('/') + 1).toLowerCase(Locale.ROOT);
        if (name.contains(ALPACA) && name.contains("clean")) {
            return ALPACA_CLEANED;
        }
        boolean published = name.contains(ALPACA) || name.contains("unnatural_instruction");
        return published && (name.contains("gpt4") || name.contains("gpt-4")) ? GPT_4_LLM : ALPACA;
    }
}
