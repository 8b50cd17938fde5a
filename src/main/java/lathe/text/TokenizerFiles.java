package lathe.text;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import lathe.run.Failure;
import lathe.run.Json;
import org.jspecify.annotations.Nullable;

/** What the files of a Hugging Face tokenizer say beside the encoding itself. */
final class TokenizerFiles {
    private final Path folder;
    private final JsonNode tokenizer;

    TokenizerFiles(Path folder) throws Failure, IOException {
        this.folder = folder;
        if (!Files.isRegularFile(tokenizerFile())) {
            throw Failure.badInput(
                    "There is no tokenizer in this folder",
                    tokenizerFile().toString(),
                    "name a folder that holds a tokenizer.json",
                    "or train one: lathe tokenizer train --in PATH --out DIR");
        }
        tokenizer = parse(tokenizerFile());
    }

    Path folder() {
        return folder;
    }

    /** What tokenizer.json holds. */
    JsonNode tokenizer() {
        return tokenizer;
    }

    Path tokenizerFile() {
        return folder.resolve("tokenizer.json");
    }

    /** One more than the largest id, so that ids index a table of this size. */
    int vocabSize() {
        JsonNode vocab = tokenizer.path("model").path("vocab");
        int size = vocab.isArray() ? vocab.size() : 0;
        if (vocab.isObject()) {
            for (JsonNode id : vocab) {
                size = Math.max(size, id.asInt() + 1);
            }
        }
        for (JsonNode added : tokenizer.path("added_tokens")) {
            size = Math.max(size, added.path("id").asInt() + 1);
        }
        return size;
    }

    /** Id of the configured eos_token, else of the first special token, else -1. */
    int endOfText() throws Failure, IOException {
        String named = configuredEndOfText();
        for (JsonNode added : tokenizer.path("added_tokens")) {
            boolean meant = named == null
                    ? added.path("special").asBoolean()
                    : added.path("content").asText().equals(named);
            if (meant) {
                return added.path("id").asInt();
            }
        }
        return named == null ? -1 : inVocabulary(named);
    }

    private @Nullable String configuredEndOfText() throws Failure, IOException {
        Path file = folder.resolve("tokenizer_config.json");
        if (!Files.exists(file)) {
            return null;
        }
        JsonNode eos = parse(file).path("eos_token");
        JsonNode name = eos.isObject() ? eos.path("content") : eos;
        return name.isTextual() ? name.asText() : null;
    }

    private int inVocabulary(String token) throws Failure {
        JsonNode id = tokenizer.path("model").path("vocab").path(token);
        if (!id.isInt()) {
            throw Failure.badInput(
                    "The tokenizer does not know its own end-of-text token " + token,
                    folder.resolve("tokenizer_config.json").toString(),
                    "set eos_token to one of the added_tokens in tokenizer.json");
        }
        return id.asInt();
    }

    private static JsonNode parse(Path file) throws Failure, IOException {
        try {
            // Scores of pieces are needed with all their digits.
            return Json.mapper()
                    .reader()
                    .with(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
                    .readTree(Files.readAllBytes(file));
        } catch (JsonProcessingException e) {
            throw Failure.badInput(
                    "This is not JSON: " + e.getOriginalMessage(),
                    file + ":" + e.getLocation().getLineNr(),
                    "copy the file again from where it came");
        }
    }
}
