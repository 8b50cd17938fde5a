package lathe.tokenize.convert;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import lathe.recipe.TokenizerSettings.Pattern;
import lathe.run.Failure;
import lathe.text.encode.Splitter;
import lathe.tokenize.train.TokenizerFile;

/**
 * Reads GPT-2's two files: ids of tokens, and merges a line each. How text is cut stands in neither; it is as in GPT-2,
 * or as in Qwen2 where a tokenizer_config.json beside them names its class.
 */
final class Gpt2Reader {
    private static final String END = "<|endoftext|>";
    private static final String AGAIN = "copy the file again from where it came";

    private Gpt2Reader() {}

    static TokenizerFile read(Path vocabFile, Path mergesFile, String tokenizerClass) throws Failure, IOException {
        Map<String, Integer> vocab = vocab(vocabFile);
        List<String[]> merges = merges(mergesFile, vocab);
        Map<String, Integer> special = new HashMap<>();
        if (vocab.containsKey(END)) {
            special.put(END, vocab.getOrDefault(END, 0));
        }
        boolean qwen = tokenizerClass.startsWith("Qwen2");
        String regex = Splitter.regex(qwen ? Pattern.QWEN2 : Pattern.GPT2);
        return new ByteLevelFile(regex, qwen ? "NFC" : "", vocab, merges, false, special).file();
    }

    private static Map<String, Integer> vocab(Path file) throws Failure, IOException {
        ObjectNode tree = ConfigFiles.tree(file);
        Map<String, Integer> vocab = new HashMap<>();
        Set<Integer> ids = new HashSet<>();
        for (Map.Entry<String, JsonNode> token : tree.properties()) {
            JsonNode id = token.getValue();
            if (!id.isInt() || id.asInt() < 0 || !ids.add(id.asInt())) {
                throw Failure.badInput("The token " + token.getKey() + " has no id of its own", file.toString(), AGAIN);
            }
            vocab.put(token.getKey(), id.asInt());
        }
        if (vocab.isEmpty()) {
            throw Failure.badInput("There are no tokens", file.toString(), AGAIN);
        }
        return vocab;
    }

    private static List<String[]> merges(Path file, Map<String, Integer> vocab) throws Failure, IOException {
        List<String[]> merges = new ArrayList<>();
        List<String> lines;
        try {
            lines = Files.readAllLines(file, StandardCharsets.UTF_8);
        } catch (CharacterCodingException e) {
            throw Failure.badInput("The merges are not UTF-8 text", file.toString(), AGAIN);
        }
        for (int i = 0; i < lines.size(); i++) {
            String line = lines.get(i);
            if (line.isEmpty() || (i == 0 && line.startsWith("#version"))) {
                continue;
            }
            String[] pair = line.split(" ", -1);
            boolean known = pair.length == 2
                    && vocab.containsKey(pair[0])
                    && vocab.containsKey(pair[1])
                    && vocab.containsKey(pair[0] + pair[1]);
            if (!known) {
                throw Failure.badInput(
                        "This is no merge of two tokens into one of the vocabulary", file + ":" + (i + 1), AGAIN);
            }
            merges.add(pair);
        }
        return merges;
    }
}
