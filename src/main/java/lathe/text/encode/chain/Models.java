package lathe.text.encode.chain;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import lathe.text.encode.ByteLevel;
import lathe.text.encode.Model;
import lathe.text.encode.UncoveredException;
import lathe.text.encode.bpe.Bpe;
import lathe.text.encode.model.Bytes;
import lathe.text.encode.model.Unigram;
import lathe.text.encode.model.Vocabulary;
import lathe.text.encode.model.WordLevel;
import lathe.text.encode.model.WordPiece;

/** Models by their names in a {@code tokenizer.json}. */
final class Models {
    private static final int MOST_CHARACTERS = 100;
    /** Ids from here on are mistakes: a table of so many would not fit into memory. */
    private static final int MOST_IDS = 1 << 26;

    private final JsonNode node;
    private final Vocabulary vocabulary;

    Models(JsonNode node, Vocabulary vocabulary) {
        this.node = node;
        this.vocabulary = vocabulary;
    }

    /** The vocabulary of a model: an object with ids, or a list in the order of ids. */
    static Vocabulary vocabulary(JsonNode model) {
        Vocabulary vocabulary = new Vocabulary();
        JsonNode pieces = model.path("vocab");
        int next = 0;
        for (JsonNode piece : pieces.isArray() ? pieces : Models.NOTHING) {
            vocabulary.put(piece.path(0).asText(), next++);
        }
        for (Map.Entry<String, JsonNode> entry : pieces.properties()) {
            if (entry.getValue().isInt()
                    && entry.getValue().asInt() >= 0
                    && entry.getValue().asInt() < MOST_IDS) {
                vocabulary.put(entry.getKey(), entry.getValue().asInt());
            }
        }
        return vocabulary;
    }

    private static final Iterable<JsonNode> NOTHING = java.util.List.of();

    String type() {
        return node.path("type").asText();
    }

    /** Whether the model can be given text where it expects bytes written as characters. */
    boolean readsBytes() {
        for (int b = 0; b < ByteLevel.BYTES; b++) {
            if (vocabulary.id(String.valueOf(ByteLevel.written(b))) == Vocabulary.NONE) {
                return false;
            }
        }
        return type().equals("BPE")
                && affix("continuing_subword_prefix").isEmpty()
                && affix("end_of_word_suffix").isEmpty();
    }

    private String affix(String key) {
        return node.path(key).asText("");
    }

    Model model(boolean byteLevel) throws UncoveredException {
        return switch (type()) {
            case "BPE" -> bpe(byteLevel);
            case "Unigram" -> unigram();
            case "WordPiece" ->
                new WordPiece(
                        vocabulary,
                        unknown(),
                        affix("continuing_subword_prefix"),
                        node.path("max_input_chars_per_word").asInt(MOST_CHARACTERS));
            case "WordLevel" -> new WordLevel(vocabulary, unknown());
            default -> throw new UncoveredException("the model " + type());
        };
    }

    private int unknown() throws UncoveredException {
        int id = vocabulary.id(node.path("unk_token").asText());
        if (id == Vocabulary.NONE) {
            throw new UncoveredException("the model " + type() + " without a token for the unknown");
        }
        return id;
    }

    private int[] bytes() {
        return node.path("byte_fallback").asBoolean() ? Bytes.of(vocabulary) : new int[0];
    }

    private Model unigram() throws UncoveredException {
        JsonNode unknown = node.path("unk_id");
        JsonNode pieces = node.path("vocab");
        if (!unknown.isInt() || unknown.asInt() < 0 || unknown.asInt() >= pieces.size()) {
            throw new UncoveredException("the model Unigram without a token for the unknown");
        }
        double[] scores = new double[pieces.size()];
        for (int id = 0; id < scores.length; id++) {
            scores[id] = Score.of(pieces.path(id).path(1));
        }
        return new Unigram(vocabulary, scores, unknown.asInt(), bytes());
    }

    private Model bpe(boolean byteLevel) throws UncoveredException {
        if (node.path("dropout").asDouble() > 0) {
            throw new UncoveredException("the model BPE with dropout");
        }
        Bpe.Options options = new Bpe.Options(
                node.path("unk_token").isTextual() ? unknown() : Vocabulary.NONE,
                node.path("fuse_unk").asBoolean(),
                bytes(),
                node.path("ignore_merges").asBoolean(),
                affix("continuing_subword_prefix"),
                affix("end_of_word_suffix"));
        Merges merges = Merges.of(node.path("merges"), vocabulary, options.prefix());
        return Bpe.of(vocabulary, merges.left(), merges.right(), merges.merged(), options, byteLevel);
    }
}
