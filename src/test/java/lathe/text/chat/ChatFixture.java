package lathe.text.chat;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import lathe.data.Message;
import lathe.run.Json;

/** Tokenizers with special tokens and templates of their own. */
final class ChatFixture {
    private static final Path GOLDEN = Path.of("src/test/resources/golden/text/tokenizer");

    private ChatFixture() {}

    /** The golden tokenizer with more special tokens, and {@code <s>} and {@code </s>} around texts. */
    static Path tokenizer(Path folder, String... more) throws IOException {
        Files.createDirectories(folder);
        ObjectNode tokenizer = (ObjectNode)
                Json.mapper().readTree(GOLDEN.resolve("tokenizer.json").toFile());
        ArrayNode added = (ArrayNode) tokenizer.path("added_tokens");
        int id = tokenizer.path("model").path("vocab").size();
        List<String> special = new ArrayList<>(List.of("<s>", "</s>"));
        special.addAll(List.of(more));
        for (String token : special) {
            ObjectNode entry = added.get(0).deepCopy();
            added.add(entry.put("id", id++).put("content", token));
        }
        Files.writeString(folder.resolve("tokenizer.json"), tokenizer.toString());
        ObjectNode config = Json.mapper().createObjectNode();
        config.put("bos_token", "<s>").putObject("eos_token").put("content", "</s>");
        Files.writeString(folder.resolve("tokenizer_config.json"), config.toString());
        return folder;
    }

    /** The same with a template beside it. */
    static Path tokenizer(Path folder, Path template, String... more) throws IOException {
        tokenizer(folder, more);
        Files.copy(template, folder.resolve("chat_template.jinja"));
        return folder;
    }

    /** A small tokenizer in the form of Llama's: a blank before every text, bytes for unknown characters. */
    static Path sentencePiece(Path folder) throws IOException {
        ObjectNode tokenizer = Json.mapper().createObjectNode();
        tokenizer.put("version", "1.0").putNull("truncation").putNull("padding");
        ObjectNode vocab = Json.mapper().createObjectNode();
        for (String token : List.of("<unk>", "<s>", "</s>")) {
            tokenizer.withArray("added_tokens").add(special(token, vocab.size()));
            vocab.put(token, vocab.size());
        }
        for (int i = 0; i < 256; i++) {
            vocab.put(String.format("<0x%02X>", i), vocab.size());
        }
        for (String piece : List.of("\u2581", "a", "b", "\u2581a", "\u2581b")) {
            vocab.put(piece, vocab.size());
        }
        tokenizer.set("normalizer", normalizer());
        tokenizer.putNull("pre_tokenizer").putNull("post_processor").putNull("decoder");
        ObjectNode model = tokenizer.putObject("model").put("type", "BPE").put("unk_token", "<unk>");
        model.put("fuse_unk", true).put("byte_fallback", true).put("ignore_merges", false);
        model.set("vocab", vocab);
        model.withArray("merges").add("\u2581 a").add("\u2581 b");
        Files.writeString(folder.resolve("tokenizer.json"), tokenizer.toString());
        Files.writeString(folder.resolve("tokenizer_config.json"), "{\"eos_token\": \"</s>\"}");
        return folder;
    }

    private static ObjectNode special(String token, int id) {
        ObjectNode special = Json.mapper().createObjectNode().put("id", id).put("content", token);
        special.put("single_word", false).put("lstrip", false).put("rstrip", false);
        return special.put("normalized", false).put("special", true);
    }

    private static ObjectNode normalizer() {
        ObjectNode prepend = Json.mapper().createObjectNode().put("type", "Prepend");
        ObjectNode replace = Json.mapper().createObjectNode().put("type", "Replace");
        replace.putObject("pattern").put("String", " ");
        ObjectNode both = Json.mapper().createObjectNode().put("type", "Sequence");
        both.putArray("normalizers").add(prepend.put("prepend", "\u2581")).add(replace.put("content", "\u2581"));
        return both;
    }

    static List<Message> messages(String... roleAndContent) {
        List<Message> messages = new ArrayList<>();
        for (int i = 0; i < roleAndContent.length; i += 2) {
            messages.add(new Message(roleAndContent[i], roleAndContent[i + 1]));
        }
        return messages;
    }

    static String text(List<Segment> segments) {
        StringBuilder text = new StringBuilder();
        segments.forEach(segment -> text.append(segment.text()));
        return text.toString();
    }

    /** The trained text; a bar where something else stands between. */
    static String trained(List<Segment> segments) {
        StringBuilder text = new StringBuilder();
        segments.forEach(segment -> text.append(segment.trained() ? segment.text() : "|"));
        return text.toString().replaceAll("^\\|+|\\|+$", "");
    }
}
