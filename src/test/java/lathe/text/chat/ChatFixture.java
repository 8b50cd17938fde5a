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
