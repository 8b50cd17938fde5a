package lathe.export.gguf.vocabulary;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import lathe.export.gguf.file.GgufValue;
import lathe.export.gguf.file.ValueType;
import lathe.run.Failure;
import lathe.text.Tokenizer;

/**
 * The keys of a tokenizer after SentencePiece: BPE, which llama.cpp calls {@code llama}, or Unigram, which it calls
 * {@code t5}. The scores of BPE are the order of its merges, as SentencePiece's own files have them.
 */
final class PieceKeys {
    private static final String MODEL = "tokenizer.ggml.model";

    private final JsonNode model;
    private final PieceSteps steps;
    private final Tokenizer tokenizer;
    private final TokenList tokens;
    private final boolean unigram;

    PieceKeys(JsonNode tree, Tokenizer tokenizer, TokenList tokens) {
        model = tree.path("model");
        steps = new PieceSteps(tree);
        this.tokenizer = tokenizer;
        this.tokens = tokens;
        unigram = model.path("type").asText().equals("Unigram");
    }

    void put(Map<String, GgufValue> keys, List<String> notes, Path folder) throws Failure {
        boolean known = unigram || model.path("type").asText().equals("BPE");
        if (!known || !steps.writesSpaces()) {
            throw Failure.badInput(
                    "llama.cpp has no tokenizer of this kind for a Llama: "
                            + model.path("type").asText("none"),
                    folder.resolve("tokenizer.json").toString(),
                    "supported: byte-level BPE, and SentencePiece's BPE and Unigram",
                    "export the model as hf");
        }
        keys.put(MODEL, new GgufValue.Text(unigram ? "t5" : "llama"));
        keys.put("tokenizer.ggml.pre", new GgufValue.Text("default"));
        keys.put("tokenizer.ggml.tokens", GgufValue.texts(tokens.texts()));
        keys.put("tokenizer.ggml.scores", GgufValue.reals(unigram ? likelihoods() : ranks()));
        keys.put("tokenizer.ggml.token_type", GgufValue.wholes(tokens.kinds()));
        keys.put("tokenizer.ggml.add_space_prefix", new GgufValue.Truth(steps.prefix()));
        keys.put("tokenizer.ggml.remove_extra_whitespaces", new GgufValue.Truth(steps.squeezes()));
        putRules(keys, notes);
        if (!unigram && !model.path("byte_fallback").asBoolean()) {
            notes.add("The vocabulary has no bytes: llama.cpp cannot encode a text with a character that it lacks");
        }
    }

    private void putRules(Map<String, GgufValue> keys, List<String> notes) {
        byte[] rules = steps.rules();
        if (rules.length > 0 && unigram) {
            List<GgufValue> bytes = new ArrayList<>(rules.length);
            for (byte rule : rules) {
                bytes.add(new GgufValue.Whole(ValueType.U8, Byte.toUnsignedLong(rule)));
            }
            keys.put("tokenizer.ggml.precompiled_charsmap", new GgufValue.Items(ValueType.U8, bytes));
        }
        if (!unigram && (rules.length > 0 || steps.squeezes())) {
            notes.add("The tokenizer normalises texts; llama.cpp takes them as they are");
        }
    }

    private List<Float> likelihoods() {
        JsonNode vocab = model.path("vocab");
        return IntStream.range(0, tokens.size())
                .mapToObj(id -> tokens.kind(id) == TokenList.NORMAL
                        ? (float) vocab.path(id).path(1).asDouble()
                        : 0f)
                .toList();
    }

    /** The earlier a merge, the higher; characters, which no merge makes, come behind. */
    private List<Float> ranks() {
        int alone = model.path("merges").size();
        List<Float> scores = new ArrayList<>();
        for (int id = 0; id < tokens.size(); id++) {
            int rank = tokenizer.rank(id);
            boolean normal = tokens.kind(id) == TokenList.NORMAL;
            scores.add(normal ? -(float) (rank < 0 ? alone++ : rank) : 0f);
        }
        return scores;
    }
}
