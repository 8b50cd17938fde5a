package lathe.export.gguf.vocabulary;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import lathe.recipe.TokenizerSettings.Pattern;
import lathe.run.Failure;
import lathe.text.encode.Splitter;
import org.jspecify.annotations.Nullable;

/**
 * How a byte-level tokenizer cuts texts before merging, by the name that llama.cpp has for it.
 *
 * @param notes what llama.cpp leaves out of what the tokenizer does
 */
record BytePattern(String name, List<String> notes) {
    private static final String BYTE_LEVEL = "ByteLevel";

    /** Whether a tokenizer writes bytes as characters, as GPT-2 began to. */
    static boolean isByteLevel(JsonNode tree) {
        return tree.at("/model/type").asText().equals("BPE")
                && parts(tree).stream()
                        .anyMatch(part -> part.path("type").asText().equals(BYTE_LEVEL));
    }

    /** The pattern of a tokenizer; one that llama.cpp does not know is a failure. */
    static BytePattern of(JsonNode tree, Path folder) throws Failure {
        Pattern pattern = null;
        List<String> notes = new ArrayList<>();
        boolean clear = true;
        for (JsonNode part : parts(tree)) {
            String type = part.path("type").asText();
            if (type.equals(BYTE_LEVEL)) {
                boolean cuts = part.path("use_regex").asBoolean(true);
                clear &= !(cuts && pattern != null);
                pattern = cuts ? Pattern.GPT2 : pattern;
                if (part.path("add_prefix_space").asBoolean()) {
                    notes.add("The tokenizer puts a blank before a text; llama.cpp does not");
                }
            } else {
                clear &= pattern == null;
                pattern = type.equals("Split") ? known(part.at("/pattern/Regex").asText()) : null;
                clear &= pattern != null;
            }
        }
        if (pattern == null || !clear) {
            throw Failure.badInput(
                    "llama.cpp has no name for the way this tokenizer cuts texts",
                    folder.resolve("tokenizer.json").toString(),
                    "supported: the patterns gpt2, cl100k and qwen2",
                    "export the model as hf");
        }
        if (tree.path("normalizer").isObject()) {
            notes.add("The tokenizer normalises texts ("
                    + tree.at("/normalizer/type").asText() + "); llama.cpp takes them as they are");
        }
        return new BytePattern(nameOf(pattern), notes);
    }

    private static @Nullable Pattern known(String regex) {
        for (Pattern pattern : Pattern.values()) {
            if (regex.equals(Splitter.regex(pattern))) {
                return pattern;
            }
        }
        return null;
    }

    private static String nameOf(Pattern pattern) {
        return switch (pattern) {
            case GPT2 -> "gpt-2";
            case CL100K -> "llama-bpe";
            case QWEN2 -> "qwen2";
        };
    }

    private static List<JsonNode> parts(JsonNode tree) {
        JsonNode cut = tree.path("pre_tokenizer");
        List<JsonNode> parts = new ArrayList<>();
        if (cut.path("type").asText().equals("Sequence")) {
            cut.path("pretokenizers").forEach(parts::add);
        } else if (cut.isObject()) {
            parts.add(cut);
        }
        return parts;
    }
}
