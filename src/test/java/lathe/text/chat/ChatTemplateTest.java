package lathe.text.chat;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import lathe.data.Document;
import lathe.data.Message;
import lathe.recipe.TrainStage.LossOn;
import lathe.recipe.TrainStage.Task;
import lathe.run.Failure;
import lathe.run.Json;
import lathe.text.Tokenizer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class ChatTemplateTest {
    private static final Path GOLDEN = Path.of("src/test/resources/golden/tokenizers/chat");
    private static final List<Message> TWO = ChatFixture.messages(
            "system", "Be brief.", "user", "Hello", "assistant", "Hi", "user", "Bye", "assistant", "See you.");

    @TempDir
    Path folder;

    static List<String> own() {
        return ChatTemplateFile.OWN;
    }

    private static Map<String, List<Message>> conversations() throws IOException {
        return Json.mapper().readValue(GOLDEN.resolve("conversations.json").toFile(), new TypeReference<>() {});
    }

    /** What transformers makes of the same files, and of those that export writes. */
    @ParameterizedTest
    @MethodSource("own")
    void ownTemplatesRenderAsTransformersDoes(String name) throws Exception {
        ChatTemplate template = ChatTemplate.of(name, ChatFixture.tokenizer(folder));
        JsonNode golden = Json.mapper().readTree(GOLDEN.resolve("own.json").toFile());
        for (Map.Entry<String, List<Message>> entry : conversations().entrySet()) {
            String key = name + "/" + entry.getKey();
            List<Segment> segments = template.render(entry.getValue(), false);

            assertEquals(golden.path(key).path("text").asText(), ChatFixture.text(segments), key);
            assertEquals(
                    golden.path(key + "/prompt").path("text").asText(),
                    ChatFixture.text(template.render(entry.getValue(), true)));
        }
    }

    /** Written beside a tokenizer, a template is the tokenizer's own: the same text, and the same of it is learned. */
    @ParameterizedTest
    @MethodSource("own")
    void whatIsExportedRendersAndMasksTheSame(String name) throws Exception {
        Path exported = ChatFixture.tokenizer(folder, "<|im_end|>", "<|eot_id|>");
        ChatTemplate own = ChatTemplate.of(name, exported);
        Files.writeString(exported.resolve("chat_template.jinja"), "old");

        ChatTemplateFile.write(exported, name);

        ChatTemplate shared = ChatTemplate.of("tokenizer", exported);
        for (List<Message> messages : List.of(TWO, TWO.subList(0, 3), TWO.subList(1, 4))) {
            List<Segment> expected = own.render(messages, false);
            assertEquals(ChatFixture.text(expected), ChatFixture.text(shared.render(messages, false)));
            assertEquals(ChatFixture.trained(expected), ChatFixture.trained(shared.render(messages, false)));
        }
        assertFalse(Files.readString(exported.resolve("tokenizer_config.json")).contains("generation %}"));
    }

    @Test
    void exportNamesTheTokenThatEndsATextWhereNoneIsNamed() throws Exception {
        ChatFixture.tokenizer(folder);
        Files.delete(folder.resolve("tokenizer_config.json"));

        ChatTemplateFile.write(folder, "plain");

        JsonNode config =
                Json.mapper().readTree(folder.resolve("tokenizer_config.json").toFile());
        assertEquals("<|endoftext|>", config.path("eos_token").asText());
        assertTrue(config.path("chat_template").isTextual());
    }

    /** Families of templates that mark nothing, and what is learned of their answers. */
    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            textBlock =
                    """
            llama2; ' Hi </s>|See you. </s>'
            llama3; 'Hi<|eot_id|>|See you.<|eot_id|>'
            llama31; 'Hi<|eot_id|>|See you.<|eot_id|>'
            chatml; 'Hi<|im_end|>|See you.<|im_end|>'
            chatml-marked; 'Hi<|im_end|>|See you.<|im_end|>'
            qwen2; 'Hi<|im_end|>|See you.<|im_end|>'
            gemma3; 'Hi<end_of_turn>|See you.<end_of_turn>'
            zephyr; 'Hi</s>|See you.</s>'
            vicuna; 'Hi</s>|See you.</s>'
            alpaca; 'Hi|See you.'
            """)
    void answersAreTrainedUpToTheirEnd(String name, String learned) throws Exception {
        Path tokenizer = ChatFixture.tokenizer(
                folder,
                GOLDEN.resolve("templates").resolve(name + ".jinja"),
                "<|im_start|>",
                "<|im_end|>",
                "<|eot_id|>",
                "<end_of_turn>",
                "<|end|>",
                "<|user|>");

        List<Segment> segments = ChatTemplate.of("tokenizer", tokenizer).render(TWO, false);

        String trained = ChatFixture.trained(segments);
        assertEquals(
                learned.strip(), trained.strip().replaceAll("(^|\\|)\\s+", "$1").replaceAll("\\s+(\\||$)", "$1"));
        boolean named = learned.contains("<");
        segments.stream()
                .filter(Segment::trained)
                .forEach(segment -> assertEquals(!named, segment.ended(), segment.text()));
    }

    @Test
    void marksWithoutTheEndGetIt() throws Exception {
        ChatFixture.tokenizer(folder, "<|end|>", "<|user|>");
        Files.writeString(
                folder.resolve("chat_template.jinja"),
                "{% for m in messages %}{{ '<|user|>' if m.role == 'user' }}{% if m.role == 'assistant' %}"
                        + "{% generation %}{{ m.content }}{% endgeneration %}<|end|>{% else %}{{ m.content }}"
                        + "{% endif %}{% endfor %}");

        List<Segment> segments = ChatTemplate.of("tokenizer", folder).render(TWO, false);

        assertEquals("Hi<|end|>|See you.<|end|>", ChatFixture.trained(segments));
    }

    @Test
    void aMarkOfTheNextTurnIsNoEnd() throws Exception {
        ChatFixture.tokenizer(folder, "<|user|>");
        Files.writeString(
                folder.resolve("chat_template.jinja"),
                "{% for m in messages %}{{ '<|user|>' if m.role == 'user' }}{% if m.role == 'assistant' %}"
                        + "{% generation %}{{ m.content }}{% endgeneration %}{% else %}{{ m.content }}"
                        + "{% endif %}{% endfor %}");

        List<Segment> segments = ChatTemplate.of("tokenizer", folder).render(TWO, false);

        assertEquals("Hi|See you.", ChatFixture.trained(segments));
        assertTrue(segments.stream().filter(Segment::trained).allMatch(Segment::ended));
    }

    @Test
    void aTemplateThatRewritesEarlierTurnsIsRefused() throws Exception {
        ChatFixture.tokenizer(folder);
        Files.writeString(
                folder.resolve("chat_template.jinja"),
                "{% for m in messages %}{{ m.content if loop.last else m.content | upper }}{% endfor %}");

        Failure failure = assertThrows(
                Failure.class, () -> ChatTemplate.of("tokenizer", folder).render(TWO, false));

        assertTrue(failure.what().startsWith("The template does not tell answers from prompts"), failure.what());
        assertTrue(failure.mend().get(0).contains("{% generation %}"));
    }

    /** Thoughts are shown in the last answer only: earlier answers stand there as no model ever writes them. */
    @Test
    void thinkingTemplatesTakeOneAnswer() throws Exception {
        ChatFixture.tokenizer(folder, GOLDEN.resolve("templates/qwen3.jinja"), "<|im_end|>");
        ChatTemplate template = ChatTemplate.of("tokenizer", folder);

        assertThrows(Failure.class, () -> template.render(TWO, false));
        assertEquals(
                "<think>\n\n</think>\n\nHi<|im_end|>", ChatFixture.trained(template.render(TWO.subList(0, 3), false)));
    }

    @Test
    void whatAMessageQuotesBecomesNoSpecialToken() throws Exception {
        ChatFixture.tokenizer(folder, "<|im_start|>", "<|im_end|>");
        List<Message> quoting = ChatFixture.messages("user", "a</s><|im_end|>b", "assistant", "c<|im_end|>d</s>");
        ChatTemplate template = ChatTemplate.of("chatml", folder);
        try (Tokenizer tokenizer = Tokenizer.load(folder)) {
            int[] ids = Conversations.encode(tokenizer, template, quoting, LossOn.ALL)
                    .ids();
            int end = tokenizer.encode("</s>")[0];
            int turn = tokenizer.encode("<|im_end|>")[0];

            assertEquals(4, template.quotedTokens(quoting));
            assertEquals(1, Arrays.stream(ids).filter(id -> id == end).count());
            assertEquals(2, Arrays.stream(ids).filter(id -> id == turn).count());
            assertEquals(
                    "<|im_start|>user\na</s><|im_end|>b<|im_end|>\n<|im_start|>assistant\nc<|im_end|>d</s><|im_end|></s>",
                    tokenizer.decode(ids));
        }
    }

    @Test
    void aTokenizersOwnTemplateIsRenderedAsOthersRenderIt() throws Exception {
        ChatFixture.tokenizer(folder, GOLDEN.resolve("templates/chatml.jinja"), "<|im_end|>");
        ChatTemplate template = ChatTemplate.of("tokenizer", folder);
        List<Message> quoting = ChatFixture.messages("user", "a<|im_end|>b", "assistant", "c");
        try (Tokenizer tokenizer = Tokenizer.load(folder)) {
            int[] ids = Conversations.encode(tokenizer, template, quoting, LossOn.ALL)
                    .ids();
            int turn = tokenizer.encode("<|im_end|>")[0];

            assertEquals(3, Arrays.stream(ids).filter(id -> id == turn).count());
            assertEquals(1, template.quotedTokens(quoting));
            assertFalse(template.keepsQuotesAsText());
        }
    }

    @Test
    void thePromptIsAPrefixOfWhatIsTrained() throws Exception {
        for (String name : List.of("llama2", "llama3", "chatml", "gemma3", "phi3", "zephyr", "vicuna")) {
            Path tokenizer = ChatFixture.tokenizer(
                    folder.resolve(name), GOLDEN.resolve("templates/" + name + ".jinja"), "<|im_end|>", "<|eot_id|>");
            ChatTemplate template = ChatTemplate.of("tokenizer", tokenizer);
            try (Tokenizer loaded = Tokenizer.load(tokenizer)) {
                int[] prompt = Conversations.prompt(loaded, template, TWO.subList(0, 4));
                int[] whole = Conversations.encode(loaded, template, TWO, LossOn.RESPONSES)
                        .ids();

                assertEquals(-1, Arrays.mismatch(prompt, Arrays.copyOf(whole, prompt.length)), name);
            }
        }
    }

    @Test
    void ofSeveralTemplatesTheDefaultIsTaken() throws Exception {
        ChatFixture.tokenizer(folder);
        ObjectNode config = Json.mapper().createObjectNode();
        config.withArray("chat_template").addObject().put("name", "tools").put("template", "T");
        config.withArray("chat_template").addObject().put("name", "default").put("template", "D");
        Files.writeString(folder.resolve("tokenizer_config.json"), config.toString());

        assertEquals("D", ChatTemplateFile.ofTokenizer(folder));

        config.withArray("chat_template").remove(1);
        config.withArray("chat_template").addObject().put("name", "rag").put("template", "R");
        Files.writeString(folder.resolve("tokenizer_config.json"), config.toString());
        Failure several = assertThrows(Failure.class, () -> ChatTemplateFile.ofTokenizer(folder));
        assertTrue(several.what().endsWith("none is named default: tools, rag"), several.what());

        ChatFixture.tokenizer(folder);
        Failure none = assertThrows(Failure.class, () -> ChatTemplate.of("tokenizer", folder));
        assertEquals("The tokenizer has no chat template of its own", none.what());
    }

    /** Tokenizers after SentencePiece write a blank before a text, and none before what follows in it. */
    @Test
    void noBlankComesBetweenSegments() throws Exception {
        ChatFixture.sentencePiece(folder);
        ChatTemplate template = ChatTemplate.of("plain", folder);
        List<Message> messages = ChatFixture.messages("user", "a b", "assistant", "b a", "user", " a", "assistant", "");
        try (Tokenizer tokenizer = Tokenizer.load(folder)) {
            int[] ids = Conversations.encode(tokenizer, template, messages, LossOn.ALL)
                    .ids();

            // the legacy form writes a blank behind every special token too: so do others, in one piece
            assertArrayEquals(tokenizer.encode("a b\nb a</s> a\n</s>"), ids);
            Document record = Document.conversation("r", "s", messages);
            RecordEncoder encoder = new RecordEncoder(tokenizer, template, Task.SFT, LossOn.ALL);
            Seen seen = Seen.of(record, encoder, 100);
            assertEquals("a b\nb a</s> a\n</s>", seen.text());
            assertEquals(seen.text().length(), seen.tokens().get(ids.length - 1).end());
        }
    }
}
