package lathe.tokenize.convert;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import lathe.recipe.TokenizerSettings.Pattern;
import lathe.text.encode.ByteLevel;
import lathe.text.encode.Splitter;
import lathe.tokenize.train.TokenizerFile;

/**
 * A byte-level BPE that comes from elsewhere.
 *
 * @param regex how text is cut before merging
 * @param normalizer a normal form, or nothing
 * @param vocab ids of tokens, whose bytes are written as GPT-2 does
 * @param merges pairs of tokens, the first to merge first
 * @param wholeWords whether a word that is a token is one, even if merges make others of it
 * @param special ids of special tokens; the first by id ends a text
 */
record ByteLevelFile(
        String regex,
        String normalizer,
        Map<String, Integer> vocab,
        List<String[]> merges,
        boolean wholeWords,
        Map<String, Integer> special) {
    private static final JsonNodeFactory MAKE = JsonNodeFactory.instance;

    /** Bytes as GPT-2 writes them. */
    static String written(byte[] bytes) {
        StringBuilder text = new StringBuilder();
        for (byte one : bytes) {
            text.append(ByteLevel.written(one));
        }
        return text.toString();
    }

    /** The bytes of a written token; one that is not written so is its UTF-8. */
    static byte[] bytes(String written) {
        byte[] bytes = new byte[written.length()];
        for (int i = 0; i < bytes.length; i++) {
            int value = ALL.indexOf(written.charAt(i));
            if (value < 0) {
                return written.getBytes(StandardCharsets.UTF_8);
            }
            bytes[i] = (byte) value;
        }
        return bytes;
    }

    private static final String ALL = all();

    private static String all() {
        StringBuilder text = new StringBuilder();
        for (int b = 0; b < ByteLevel.BYTES; b++) {
            text.append(ByteLevel.written(b));
        }
        return text.toString();
    }

    TokenizerFile file() {
        List<String> byId = special.entrySet().stream()
                .sorted(Map.Entry.comparingByValue())
                .map(Map.Entry::getKey)
                .toList();
        ObjectNode root = MAKE.objectNode();
        root.put("version", "1.0");
        root.putNull("truncation");
        root.putNull("padding");
        ArrayNode added = root.putArray("added_tokens");
        for (String token : byId) {
            added.addObject()
                    .put("id", special.get(token))
                    .put("content", token)
                    .put("single_word", false)
                    .put("lstrip", false)
                    .put("rstrip", false)
                    .put("normalized", false)
                    .put("special", true);
        }
        root.set("normalizer", normalizer.isEmpty() ? null : MAKE.objectNode().put("type", normalizer));
        root.set("pre_tokenizer", preTokenizer());
        root.set("post_processor", byteLevel(true, false));
        root.set("decoder", byteLevel(true, true));
        root.set("model", model());
        return TokenizerFile.of(root, byId);
    }

    private ObjectNode preTokenizer() {
        if (regex.equals(Splitter.regex(Pattern.GPT2))) {
            return byteLevel(true, true);
        }
        ObjectNode split = MAKE.objectNode();
        split.put("type", "Split");
        split.putObject("pattern").put("Regex", regex);
        split.put("behavior", "Isolated").put("invert", false);
        ObjectNode sequence = MAKE.objectNode();
        sequence.put("type", "Sequence");
        sequence.putArray("pretokenizers").add(split).add(byteLevel(false, true));
        return sequence;
    }

    private static ObjectNode byteLevel(boolean useRegex, boolean trimOffsets) {
        return MAKE.objectNode()
                .put("type", "ByteLevel")
                .put("add_prefix_space", false)
                .put("trim_offsets", trimOffsets)
                .put("use_regex", useRegex);
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
        model.put("ignore_merges", wholeWords);
        ObjectNode ids = model.putObject("vocab");
        vocab.entrySet().stream()
                .sorted(Map.Entry.comparingByValue())
                .forEach(token -> ids.put(token.getKey(), token.getValue()));
        ArrayNode pairs = model.putArray("merges");
        merges.forEach(pair -> pairs.addArray().add(pair[0]).add(pair[1]));
        return model;
    }
}
