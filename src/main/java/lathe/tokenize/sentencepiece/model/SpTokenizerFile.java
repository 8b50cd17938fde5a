package lathe.tokenize.sentencepiece.model;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Objects;
import lathe.tokenize.train.TokenizerFile;
import org.jspecify.annotations.Nullable;

/**
 * A SentencePiece model in Hugging Face's form, after transformers' converters: it gives the ids of SentencePiece.
 * Control pieces are special tokens: where their text stands in a text, they are one token, which SentencePiece never
 * does. Behind one, text begins with a space again as at the start, and the decoder takes it away.
 */
public final class SpTokenizerFile {
    private static final JsonNodeFactory MAKE = JsonNodeFactory.instance;
    private static final int BLANKS_OF_PREFIX = 1;

    private final SpModel model;

    private SpTokenizerFile(SpModel model) {
        this.model = model;
    }

    /** The files of a model that comes from elsewhere: BPE puts its begin before a text, unigram its end behind. */
    public static TokenizerFile ofForeign(SpModel model) {
        SpModel.Ids ids = model.ids();
        boolean bpe = model.type() == SpModel.Type.BPE;
        int around = bpe ? ids.begin() : ids.end();
        SpTokenizerFile file = new SpTokenizerFile(model);
        ObjectNode root = file.root(around < 0 ? null : file.template(around, bpe));
        ObjectNode map = file.duties(model.piece(ids.end()));
        return file.files(root, map, bpe && ids.begin() >= 0, !bpe && ids.end() >= 0);
    }

    /**
     * The files of a model that was trained here: nothing is put around a text.
     *
     * @param end the piece that ends a text
     */
    public static TokenizerFile ofTrained(SpModel model, String end) {
        SpTokenizerFile file = new SpTokenizerFile(model);
        return file.files(file.root(null), file.duties(end), false, false);
    }

    private TokenizerFile files(ObjectNode root, ObjectNode map, boolean addBegin, boolean addEnd) {
        ObjectNode config = map.deepCopy();
        config.put("tokenizer_class", "PreTrainedTokenizerFast");
        config.put("clean_up_tokenization_spaces", false);
        config.put("add_bos_token", addBegin);
        config.put("add_eos_token", addEnd);
        return new TokenizerFile(root, config, map);
    }

    private ObjectNode duties(@Nullable String end) {
        SpModel.Ids ids = model.ids();
        ObjectNode map = MAKE.objectNode();
        putDuty(map, "bos_token", model.piece(ids.begin()));
        putDuty(map, "eos_token", end);
        putDuty(map, "unk_token", model.piece(ids.unknown()));
        putDuty(map, "pad_token", model.piece(ids.pad()));
        ArrayNode others = MAKE.arrayNode();
        for (String control : model.all(PieceKind.CONTROL)) {
            boolean named = control.equals(model.piece(ids.begin()))
                    || control.equals(end)
                    || control.equals(model.piece(ids.pad()));
            if (!named) {
                others.add(control);
            }
        }
        if (!others.isEmpty()) {
            map.set("additional_special_tokens", others);
        }
        return map;
    }

    private static void putDuty(ObjectNode map, String duty, @Nullable String piece) {
        if (piece != null) {
            map.put(duty, piece);
        }
    }

    private ObjectNode root(@Nullable ObjectNode postProcessor) {
        ObjectNode root = MAKE.objectNode();
        root.put("version", "1.0");
        root.putNull("truncation");
        root.putNull("padding");
        root.set("added_tokens", addedTokens());
        root.set("normalizer", new SpTextSteps(model).normalizer());
        root.set("pre_tokenizer", new SpTextSteps(model).preTokenizer());
        root.set("post_processor", postProcessor);
        root.set("decoder", decoder());
        root.set("model", model.type() == SpModel.Type.BPE ? bpe() : unigram());
        return root;
    }

    private ArrayNode addedTokens() {
        ArrayNode added = MAKE.arrayNode();
        for (int id = 0; id < model.pieces().size(); id++) {
            SpPiece piece = model.pieces().get(id);
            if (piece.kind() == PieceKind.CONTROL || piece.kind() == PieceKind.UNKNOWN) {
                ObjectNode node = added.addObject();
                node.put("id", id);
                node.put("content", piece.text());
                node.put("single_word", false);
                node.put("lstrip", false);
                node.put("rstrip", false);
                node.put("normalized", false);
                node.put("special", true);
            }
        }
        return added;
    }

    private ObjectNode template(int around, boolean before) {
        String piece = Objects.requireNonNull(model.piece(around));
        ObjectNode node = step("TemplateProcessing");
        ArrayNode single = node.putArray("single");
        ArrayNode pair = node.putArray("pair");
        for (int text = 0; text < 2; text++) {
            List<ObjectNode> parts = before
                    ? List.of(part("SpecialToken", piece, text), part("Sequence", text == 0 ? "A" : "B", text))
                    : List.of(part("Sequence", text == 0 ? "A" : "B", text), part("SpecialToken", piece, text));
            pair.addAll(parts);
            if (text == 0) {
                single.addAll(parts);
            }
        }
        ObjectNode special = node.putObject("special_tokens").putObject(piece);
        special.put("id", piece);
        special.putArray("ids").add(around);
        special.putArray("tokens").add(piece);
        return node;
    }

    private static ObjectNode part(String kind, String id, int type) {
        ObjectNode node = MAKE.objectNode();
        node.putObject(kind).put("id", id).put("type_id", type);
        return node;
    }

    private ObjectNode decoder() {
        ArrayNode steps = MAKE.arrayNode();
        steps.add(SpTextSteps.replace("String", SpTextSteps.SPACE, " "));
        if (model.byteFallback()) {
            steps.add(step("ByteFallback"));
        }
        steps.add(step("Fuse"));
        if (model.normalizer().dummyPrefix()) {
            for (String special : model.all(PieceKind.CONTROL)) {
                steps.add(SpTextSteps.replace("String", special + " ", special));
            }
            steps.add(step("Strip")
                    .put("content", " ")
                    .put("start", BLANKS_OF_PREFIX)
                    .put("stop", 0));
        }
        ObjectNode sequence = step("Sequence");
        sequence.set("decoders", steps);
        return sequence;
    }

    private ObjectNode bpe() {
        ObjectNode node = step("BPE");
        node.putNull("dropout");
        node.put("unk_token", model.piece(model.ids().unknown()));
        node.putNull("continuing_subword_prefix");
        node.putNull("end_of_word_suffix");
        node.put("fuse_unk", true);
        node.put("byte_fallback", model.byteFallback());
        // a user-defined piece comes about by no merge
        node.put("ignore_merges", model.has(PieceKind.USER_DEFINED));
        ObjectNode vocab = node.putObject("vocab");
        for (int id = 0; id < model.pieces().size(); id++) {
            vocab.put(model.pieces().get(id).text(), id);
        }
        ArrayNode merges = node.putArray("merges");
        SpMerges.of(model.pieces())
                .forEach(pair -> merges.addArray().add(pair[0]).add(pair[1]));
        return node;
    }

    private ObjectNode unigram() {
        ObjectNode node = step("Unigram");
        node.put("unk_id", model.ids().unknown());
        ArrayNode vocab = node.putArray("vocab");
        for (SpPiece piece : model.pieces()) {
            vocab.addArray().add(piece.text()).add(score(piece));
        }
        node.put("byte_fallback", model.byteFallback());
        return node;
    }

    /** A byte's piece must not win where its name stands in a text. */
    private double score(SpPiece piece) {
        return piece.kind() == PieceKind.BYTE ? SpTextSteps.NEVER : piece.score();
    }

    private static ObjectNode step(String type) {
        ObjectNode node = MAKE.objectNode();
        node.put("type", type);
        return node;
    }
}
