package lathe.export.gguf.vocabulary;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import lathe.export.gguf.file.GgufValue;
import lathe.model.arch.ModelConfig;
import lathe.run.Failure;
import lathe.run.Json;
import lathe.text.Tokenizer;

/**
 * A tokenizer as the keys {@code tokenizer.*} of GGUF.
 *
 * @param keys in the order in which they are written
 * @param notes what llama.cpp will do otherwise, in sentences
 */
public record VocabularyKeys(Map<String, GgufValue> keys, List<String> notes) {

    /**
     * Reads a tokenizer's folder.
     *
     * @param config of its model: ids beyond the tokenizer's are filled up with unused tokens
     * @throws Failure where llama.cpp has no model of this kind, or the model has fewer rows than there are tokens
     */
    public static VocabularyKeys of(Path folder, ModelConfig config) throws Failure, IOException {
        Map<String, GgufValue> keys = new LinkedHashMap<>();
        List<String> notes = new ArrayList<>();
        JsonNode tree = tree(folder, "tokenizer.json");
        try (Tokenizer tokenizer = Tokenizer.load(folder)) {
            if (tokenizer.vocabSize() > config.vocabSize()) {
                throw Failure.badInput(
                        "The tokenizer has " + tokenizer.vocabSize() + " tokens, the model rows for "
                                + config.vocabSize(),
                        folder.toString(),
                        "fit the model to it: model.resize-vocab");
            }
            TokenList tokens = new TokenList(tokenizer, config.vocabSize());
            if (BytePattern.isByteLevel(tree)) {
                bytes(keys, notes, tree, tokens, folder);
            } else {
                new PieceKeys(tree, tokenizer, tokens).put(keys, notes, folder);
            }
            new SpecialIds(tokenizer, tree(folder, "tokenizer_config.json"), config).put(keys);
        }
        String template = template(folder);
        if (!template.isEmpty()) {
            keys.put("tokenizer.chat_template", new GgufValue.Text(template));
        }
        return new VocabularyKeys(keys, notes);
    }

    private static void bytes(
            Map<String, GgufValue> keys, List<String> notes, JsonNode tree, TokenList tokens, Path folder)
            throws Failure {
        BytePattern pattern = BytePattern.of(tree, folder);
        keys.put("tokenizer.ggml.model", new GgufValue.Text("gpt2"));
        keys.put("tokenizer.ggml.pre", new GgufValue.Text(pattern.name()));
        keys.put("tokenizer.ggml.tokens", GgufValue.texts(tokens.texts()));
        keys.put("tokenizer.ggml.token_type", GgufValue.wholes(tokens.kinds()));
        keys.put("tokenizer.ggml.merges", GgufValue.texts(merges(tree)));
        notes.addAll(pattern.notes());
    }

    /** Merges with a blank between the halves, which byte-level pieces have none of themselves. */
    private static List<String> merges(JsonNode tree) {
        List<String> merges = new ArrayList<>();
        for (JsonNode merge : tree.at("/model/merges")) {
            String text = merge.isTextual()
                    ? merge.asText()
                    : merge.path(0).asText() + " " + merge.path(1).asText();
            if (!text.startsWith("#version")) {
                merges.add(text);
            }
        }
        return merges;
    }

    private static JsonNode tree(Path folder, String name) throws IOException {
        Path file = folder.resolve(name);
        return Files.isRegularFile(file)
                ? Json.read(file, JsonNode.class)
                : Json.mapper().createObjectNode();
    }

    /** The chat template, of several the one named default; empty where there is none. */
    private static String template(Path folder) throws IOException {
        Path file = folder.resolve("chat_template.jinja");
        if (Files.isRegularFile(file)) {
            return Files.readString(file);
        }
        JsonNode template = tree(folder, "tokenizer_config.json").path("chat_template");
        for (JsonNode named : template) {
            if (named.path("name").asText().equals("default")) {
                return named.path("template").asText();
            }
        }
        return template.asText("");
    }
}
