package lathe.tokenize.bpe;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import lathe.recipe.TokenizerSettings;
import lathe.recipe.TokenizerSettings.Pattern;
import lathe.run.Failure;
import lathe.text.encode.Splitter;
import lathe.tokenize.train.AddedTokens;
import lathe.tokenize.train.Merge;
import lathe.tokenize.train.TextForm;
import lathe.tokenize.train.TokenizerFile;
import org.jspecify.annotations.Nullable;

/** A byte-level BPE in Hugging Face's form. */
final class ByteBpeFile {
    private static final JsonNodeFactory MAKE = JsonNodeFactory.instance;

    private final TokenizerSettings.Train settings;
    private final @Nullable ObjectNode form;

    /** The file for some settings. */
    ByteBpeFile(TokenizerSettings.Train settings) throws Failure {
        this.settings = settings;
        form = TextForm.json(settings.normalizer());
    }

    /** What is done to text before merging: a tree with {@code normalizer} and {@code pre_tokenizer} only. */
    ObjectNode text() {
        ObjectNode text = MAKE.objectNode();
        text.set("normalizer", form);
        text.set("pre_tokenizer", preTokenizer());
        return text;
    }

    /**
     * The files.
     *
     * @param pieces tokens by id: special and user-defined tokens, bytes, then what was merged
     */
    TokenizerFile of(List<String> pieces, List<Merge> merges) {
        AddedTokens added = new AddedTokens(settings.special(), settings.userDefined());
        ObjectNode root = MAKE.objectNode();
        root.put("version", "1.0");
        root.putNull("truncation");
        root.putNull("padding");
        root.set("added_tokens", added.json(pieces::indexOf));
        root.setAll(text());
        root.set("post_processor", byteLevel(false, true));
        root.set("decoder", byteLevel(true, true));
        root.set("model", model(pieces, merges));
        return TokenizerFile.of(root, settings.special());
    }

    private ObjectNode preTokenizer() {
        List<ObjectNode> parts = new ArrayList<>();
        if (settings.splitDigits()) {
            parts.add(MAKE.objectNode().put("type", "Digits").put("individual_digits", true));
        }
        boolean gpt2 = settings.pattern() == Pattern.GPT2;
        if (!gpt2) {
            ObjectNode split = MAKE.objectNode().put("type", "Split");
            split.putObject("pattern").put("Regex", Splitter.regex(settings.pattern()));
            parts.add(split.put("behavior", "Isolated").put("invert", false));
        }
        parts.add(byteLevel(true, gpt2));
        if (parts.size() == 1) {
            return parts.get(0);
        }
        ObjectNode sequence = MAKE.objectNode().put("type", "Sequence");
        sequence.putArray("pretokenizers").addAll(parts);
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

    private static ObjectNode model(List<String> pieces, List<Merge> merges) {
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
        for (int id = 0; id < pieces.size(); id++) {
            vocab.put(pieces.get(id), id);
        }
        ArrayNode pairs = model.putArray("merges");
        merges.forEach(merge -> pairs.addArray().add(merge.left()).add(merge.right()));
        return model;
    }
}
