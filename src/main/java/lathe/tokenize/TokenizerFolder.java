package lathe.tokenize;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import lathe.recipe.TokenizerSettings;
import lathe.recipe.TokenizerSettings.Pattern;
import lathe.run.Json;
import lathe.run.WholeFile;

/** Writes a byte-level BPE in Hugging Face's formats. {@code tokenizer.json} comes last: with it the folder counts. */
public final class TokenizerFolder {
    private static final JsonNodeFactory MAKE = JsonNodeFactory.instance;

    private final TrainedTokenizer trained;
    private final TokenizerSettings.Train settings;

    private TokenizerFolder(TrainedTokenizer trained) {
        this.trained = trained;
        this.settings = trained.settings();
    }

    /** Writes {@code tokenizer_config.json}, {@code special_tokens_map.json} and {@code tokenizer.json}. */
    public static void write(TrainedTokenizer trained, Path folder) throws IOException {
        TokenizerFolder files = new TokenizerFolder(trained);
        Files.createDirectories(folder);
        Json.write(folder.resolve("special_tokens_map.json"), files.specialTokensMap());
        Json.write(folder.resolve("tokenizer_config.json"), files.config());
        WholeFile.write(folder.resolve("tokenizer.json"), Json.line(files.tokenizer()) + "\n");
    }

    private ObjectNode specialTokensMap() {
        ObjectNode map = MAKE.objectNode();
        if (!settings.special().isEmpty()) {
            map.put("eos_token", settings.special().get(0));
        }
        if (settings.special().size() > 1) {
            ArrayNode others = map.putArray("additional_special_tokens");
            settings.special().stream().skip(1).forEach(others::add);
        }
        return map;
    }

    private ObjectNode config() {
        ObjectNode config = specialTokensMap();
        config.put("tokenizer_class", "PreTrainedTokenizerFast");
        config.put("clean_up_tokenization_spaces", false);
        config.put("add_bos_token", false);
        config.put("add_eos_token", false);
        return config;
    }

    private ObjectNode tokenizer() {
        ObjectNode root = MAKE.objectNode();
        root.put("version", "1.0");
        root.putNull("truncation");
        root.putNull("padding");
        root.set("added_tokens", addedTokens());
        root.putNull("normalizer");
        root.set("pre_tokenizer", preTokenizer());
        root.set("post_processor", byteLevel(false, true));
        root.set("decoder", byteLevel(true, true));
        root.set("model", model());
        return root;
    }

    private ArrayNode addedTokens() {
        ArrayNode added = MAKE.arrayNode();
        List<String> special = settings.special();
        for (String token : special.stream().distinct().toList()) {
            ObjectNode node = added.addObject();
            node.put("id", trained.pieces().indexOf(token));
            node.put("content", token);
            node.put("single_word", false);
            node.put("lstrip", false);
            node.put("rstrip", false);
            node.put("normalized", false);
            node.put("special", true);
        }
        return added;
    }

    private ObjectNode preTokenizer() {
        if (settings.pattern() == Pattern.GPT2) {
            return byteLevel(true, true);
        }
        ObjectNode split = MAKE.objectNode();
        split.put("type", "Split");
        split.putObject("pattern").put("Regex", PreTokenizer.regex(settings.pattern()));
        split.put("behavior", "Isolated");
        split.put("invert", false);
        ObjectNode sequence = MAKE.objectNode();
        sequence.put("type", "Sequence");
        sequence.putArray("pretokenizers").add(split).add(byteLevel(true, false));
        return sequence;
    }

    private static ObjectNode byteLevel(boolean trimOffsets, boolean useRegex) {
        ObjectNode node = MAKE.objectNode();
        node.put("type", "ByteLevel");
        node.put("add_prefix_space", false);
        node.put("trim_offsets", trimOffsets);
        node.put("use_regex", useRegex);
        return node;
    }

    private ObjectNode model() {
        ObjectNode model = MAKE.objectNode();
        model.put("type", "BPE");
        model.putNull("dropout");
        model.putNull("unk_token");
        model.putNull("continuing_subword_prefix");
        model.putNull("end_of_word_suffix");
        model.put("fuse_unk", false);
        model.put("byte_fallback", false);
        model.put("ignore_merges", false);
        ObjectNode vocab = model.putObject("vocab");
        List<String> pieces = trained.pieces();
        for (int id = 0; id < pieces.size(); id++) {
            vocab.put(pieces.get(id), id);
        }
        ArrayNode merges = model.putArray("merges");
        trained.merges().forEach(merge -> merges.addArray().add(merge.left()).add(merge.right()));
        return model;
    }
}
