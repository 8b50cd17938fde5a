package lathe.text.chat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import lathe.run.Failure;
import lathe.run.Json;

/** Chat templates as text: Lathe's own, and those that lie beside a tokenizer as Hugging Face puts them. */
public final class ChatTemplateFile {
    /** The name under which a recipe asks for the template of the tokenizer itself. */
    public static final String OF_TOKENIZER = "tokenizer";

    /** Names of Lathe's own templates. */
    public static final List<String> OWN = List.of("alpaca", "chatml", "llama2", "llama3", "plain");

    private static final String CONFIG = "tokenizer_config.json";
    private static final String FILE = "chat_template.jinja";
    private static final String KEY = "chat_template";

    private ChatTemplateFile() {}

    /** The source of one of Lathe's own templates. */
    static String own(String name) {
        try (InputStream in = ChatTemplateFile.class.getResourceAsStream("/chat/" + name + ".jinja")) {
            return new String(Objects.requireNonNull(in, name).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * The template that belongs to a tokenizer: {@code chat_template.jinja}, else {@code chat_template} in
     * {@code tokenizer_config.json}, of several the one named default.
     */
    static String ofTokenizer(Path folder) throws Failure, IOException {
        Path file = folder.resolve(FILE);
        if (Files.isRegularFile(file)) {
            return Files.readString(file);
        }
        JsonNode template = SpecialTokens.read(folder.resolve(CONFIG)).path(KEY);
        if (template.isTextual()) {
            return template.asText();
        }
        Map<String, String> named = new LinkedHashMap<>();
        template.forEach(each ->
                named.put(each.path("name").asText(), each.path("template").asText()));
        String chosen = named.size() == 1 ? named.values().iterator().next() : named.get("default");
        if (chosen == null) {
            throw missing(folder, named);
        }
        return chosen;
    }

    private static Failure missing(Path folder, Map<String, String> named) {
        return Failure.badInput(
                named.isEmpty()
                        ? "The tokenizer has no chat template of its own"
                        : "The tokenizer has several chat templates and none is named default: "
                                + String.join(", ", named.keySet()),
                folder.resolve(CONFIG).toString(),
                "choose one of " + String.join(", ", OWN),
                "or put the template into " + FILE + " beside it");
    }

    /** Where the template of a tokenizer stands. */
    static Path place(Path folder) {
        Path file = folder.resolve(FILE);
        return Files.isRegularFile(file) ? file : folder.resolve(CONFIG);
    }

    /**
     * Says in a tokenizer's folder which template its model was trained with, so that other tools render the same. The
     * tokenizer's own needs no saying.
     */
    public static void write(Path folder, String name) throws Failure, IOException {
        if (name.equals(OF_TOKENIZER)) {
            return;
        }
        ObjectNode config = SpecialTokens.read(folder.resolve(CONFIG)).deepCopy();
        config.put(KEY, shared(name));
        SpecialTokens.of(folder).named().forEach((duty, token) -> {
            if (!config.hasNonNull(duty)) {
                config.put(duty, token);
            }
        });
        Json.write(folder.resolve(CONFIG), config);
        Files.deleteIfExists(folder.resolve(FILE)); // others would take it instead
    }

    /** A template of Lathe's own without the marks of what is generated: few tools but transformers read those. */
    static String shared(String name) {
        return own(name).replace("{% generation %}", "").replace("{% endgeneration %}", "");
    }
}
