package lathe.export.gguf.vocabulary;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import lathe.export.gguf.file.GgufValue;
import lathe.model.arch.ModelConfig;
import lathe.run.Failure;
import lathe.text.Tokenizer;

/**
 * The tokens with a duty, and whether they are put around a text. What is put around is not read in the tokenizer's
 * files but seen in what it makes of a text.
 */
final class SpecialIds {
    private static final String SAMPLE = "a";

    private final Tokenizer tokenizer;
    private final JsonNode settings;
    private final ModelConfig config;
    private final int[] bare;
    private final int[] whole;

    SpecialIds(Tokenizer tokenizer, JsonNode settings, ModelConfig config) {
        this.tokenizer = tokenizer;
        this.settings = settings;
        this.config = config;
        bare = tokenizer.encode(SAMPLE, false);
        whole = tokenizer.encode(SAMPLE, true);
    }

    void put(Map<String, GgufValue> keys) throws Failure {
        int eos = eos();
        int bos = bos();
        putId(keys, "bos", bos);
        putId(keys, "eos", eos);
        putId(keys, "unknown", tokenizer.unknownId());
        putId(keys, "padding", named("pad_token"));
        boolean more = whole.length > bare.length;
        keys.put("tokenizer.ggml.add_bos_token", new GgufValue.Truth(more && whole[0] == bos));
        keys.put("tokenizer.ggml.add_eos_token", new GgufValue.Truth(more && whole[whole.length - 1] == eos));
    }

    private static void putId(Map<String, GgufValue> keys, String duty, int id) {
        if (id >= 0) {
            keys.put("tokenizer.ggml." + duty + "_token_id", GgufValue.whole(id));
        }
    }

    private int bos() {
        int named = named("bos_token");
        if (named >= 0) {
            return named;
        }
        if (whole.length > bare.length && (bare.length == 0 || whole[0] != bare[0])) {
            return whole[0];
        }
        return config.bosId() == null ? -1 : config.bosId();
    }

    /** The tokenizer's own; what the model's config names where the tokenizer has none. */
    private int eos() throws Failure {
        int named = named("eos_token");
        if (named >= 0) {
            return named;
        }
        if (whole.length > bare.length && bare.length > 0 && whole[whole.length - 1] != bare[bare.length - 1]) {
            return whole[whole.length - 1];
        }
        if (!config.eosIds().isEmpty()) {
            return config.eosIds().get(0);
        }
        int end = tokenizer.hasEndOfText() ? tokenizer.endOfText() : -1;
        return end == tokenizer.unknownId() ? -1 : end;
    }

    private int named(String duty) {
        JsonNode token = settings.path(duty);
        JsonNode name = token.isObject() ? token.path("content") : token;
        return name.isTextual() ? tokenizer.id(name.asText()) : -1;
    }
}
