package lathe.tokenize.wordpiece;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import lathe.recipe.TokenizerSettings;
import lathe.run.Failure;
import lathe.tokenize.train.AddedTokens;
import lathe.tokenize.train.TextForm;
import lathe.tokenize.train.TokenizerFile;

/** A WordPiece vocabulary in Hugging Face's form. */
final class WordpieceFile {
    private static final JsonNodeFactory MAKE = JsonNodeFactory.instance;

    /** Longer words are unknown as a whole: BERT's rule, which keeps encoding fast. */
    private static final int LONGEST_WORD = 100;

    private final TokenizerSettings.Train settings;
    private final AddedTokens added;
    private final List<String> pieces;

    WordpieceFile(TokenizerSettings.Train settings, AddedTokens added, List<String> pieces) {
        this.settings = settings;
        this.added = added;
        this.pieces = pieces;
    }

    TokenizerFile file() throws Failure {
        ObjectNode root = MAKE.objectNode();
        root.put("version", "1.0");
        root.putNull("truncation");
        root.putNull("padding");
        root.set("added_tokens", added.json(pieces::indexOf));
        root.set("normalizer", normalizer());
        root.set("pre_tokenizer", preTokenizer());
        root.set("post_processor", added.special().containsAll(List.of("[CLS]", "[SEP]")) ? bert() : null);
        root.putObject("decoder")
                .put("type", "WordPiece")
                .put("prefix", Alphabet.PREFIX)
                .put("cleanup", false);
        root.set("model", model());
        return TokenizerFile.of(root, duties());
    }

    private ObjectNode normalizer() throws Failure {
        ObjectNode bert = MAKE.objectNode();
        bert.put("type", "BertNormalizer");
        bert.put("clean_text", true);
        bert.put("handle_chinese_chars", true);
        bert.putNull("strip_accents");
        bert.put("lowercase", settings.lowercase());
        ObjectNode form = TextForm.of(settings.normalizer()).json();
        if (form == null) {
            return bert;
        }
        ObjectNode both = MAKE.objectNode().put("type", "Sequence");
        both.putArray("normalizers").add(form).add(bert);
        return both;
    }

    private ObjectNode preTokenizer() {
        ObjectNode bert = MAKE.objectNode().put("type", "BertPreTokenizer");
        if (!settings.splitDigits()) {
            return bert;
        }
        ObjectNode both = MAKE.objectNode().put("type", "Sequence");
        both.putArray("pretokenizers")
                .add(bert)
                .add(MAKE.objectNode().put("type", "Digits").put("individual_digits", true));
        return both;
    }

    /** Puts a text between [CLS] and [SEP], where special tokens are asked for. */
    private ObjectNode bert() {
        ObjectNode around = MAKE.objectNode().put("type", "BertProcessing");
        around.putArray("sep").add("[SEP]").add(pieces.indexOf("[SEP]"));
        around.putArray("cls").add("[CLS]").add(pieces.indexOf("[CLS]"));
        return around;
    }

    private ObjectNode model() {
        ObjectNode model = MAKE.objectNode();
        model.put("type", "WordPiece");
        model.put("unk_token", WordpieceTrainer.UNKNOWN);
        model.put("continuing_subword_prefix", Alphabet.PREFIX);
        model.put("max_input_chars_per_word", LONGEST_WORD);
        ObjectNode vocab = model.putObject("vocab");
        for (int id = 0; id < pieces.size(); id++) {
            vocab.put(pieces.get(id), id);
        }
        return model;
    }

    /** BERT's tokens have the duties that their names say; else the first special token ends a text. */
    private ObjectNode duties() {
        List<String> special = new ArrayList<>(added.special());
        ObjectNode duties = MAKE.objectNode();
        boolean bert = special.contains("[SEP]");
        String end = bert ? "[SEP]" : special.get(0);
        duties.put("eos_token", end);
        duties.put("unk_token", WordpieceTrainer.UNKNOWN);
        for (String name : List.of("sep", "cls", "pad", "mask")) {
            String token = "[" + name.toUpperCase(java.util.Locale.ROOT) + "]";
            if (special.remove(token)) {
                duties.put(name + "_token", token);
            }
        }
        special.removeAll(List.of(end, WordpieceTrainer.UNKNOWN));
        if (!special.isEmpty()) {
            ArrayNode others = duties.putArray("additional_special_tokens");
            special.forEach(others::add);
        }
        return duties;
    }
}
