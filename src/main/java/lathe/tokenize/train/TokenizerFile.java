package lathe.tokenize.train;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import lathe.run.Json;
import lathe.run.WholeFile;

/**
 * A tokenizer as the files of a Hugging Face folder hold it.
 *
 * @param tokenizer {@code tokenizer.json}
 * @param config {@code tokenizer_config.json}
 * @param specialTokensMap {@code special_tokens_map.json}
 * @param others further files by their names, such as a SentencePiece model
 */
public record TokenizerFile(
        ObjectNode tokenizer, ObjectNode config, ObjectNode specialTokensMap, Map<String, byte[]> others) {

    /** The three files alone. */
    public TokenizerFile(ObjectNode tokenizer, ObjectNode config, ObjectNode specialTokensMap) {
        this(tokenizer, config, specialTokensMap, Map.of());
    }

    /** The same with further files. */
    public TokenizerFile with(Map<String, byte[]> further) {
        return new TokenizerFile(tokenizer, config, specialTokensMap, Map.copyOf(further));
    }

    /** A tokenizer whose first special token, if any, ends a text; the others have no named duty. */
    public static TokenizerFile of(ObjectNode tokenizer, List<String> special) {
        ObjectNode map = JsonNodeFactory.instance.objectNode();
        if (!special.isEmpty()) {
            map.put("eos_token", special.get(0));
        }
        if (special.size() > 1) {
            special.stream().skip(1).forEach(map.putArray("additional_special_tokens")::add);
        }
        return of(tokenizer, map);
    }

    /**
     * A tokenizer whose special tokens have names.
     *
     * @param map {@code special_tokens_map.json}
     */
    public static TokenizerFile of(ObjectNode tokenizer, ObjectNode map) {
        ObjectNode config = map.deepCopy();
        config.put("tokenizer_class", "PreTrainedTokenizerFast");
        config.put("clean_up_tokenization_spaces", false);
        config.put("add_bos_token", false);
        config.put("add_eos_token", false);
        return new TokenizerFile(tokenizer, config, map);
    }

    /** Writes the files; {@code tokenizer.json} comes last: with it the folder counts. */
    public void write(Path folder) throws IOException {
        Files.createDirectories(folder);
        for (Map.Entry<String, byte[]> other : others.entrySet()) {
            Files.write(folder.resolve(other.getKey()), other.getValue());
        }
        Json.write(folder.resolve("special_tokens_map.json"), specialTokensMap);
        Json.write(folder.resolve("tokenizer_config.json"), config);
        WholeFile.write(folder.resolve("tokenizer.json"), Json.line(tokenizer) + "\n");
    }
}
