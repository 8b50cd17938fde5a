package lathe.export.gguf.vocabulary;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
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
        byte[] rules = steps.rules();
        if (rules.length > 0 && unigram) {
            keys.put("tokenizer.ggml.precompiled_charsmap", bytes(rules));
        }
        note(notes);
    }

    private void note(List<String> notes) {
        Set<String> others = steps.others(unigram);
        boolean bytes = model.path("byte_fallback").asBoolean();
        if (!others.isEmpty()) {
            notes.add("The tokenizer has steps that llama.cpp leaves out: " + String.join(", ", others));
        }
        if (unigram && bytes) {
            notes.add("llama.cpp takes a character that the vocabulary lacks as unknown, not as bytes");
        }
        if (!unigram && !bytes) {
            notes.add("The vocabulary has no bytes: llama.cpp cannot encode a text with a character that it lacks");
        }
    }

    private static GgufValue bytes(byte[] bytes) {
        List<GgufValue> values = new ArrayList<>(bytes.length);
        for (byte each : bytes) {
            values.add(new GgufValue.Whole(ValueType.U8, Byte.toUnsignedLong(each)));
        }
        return new GgufValue.Items(ValueType.U8, values);
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
