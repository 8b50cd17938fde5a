package lathe.text.chat;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import lathe.data.Message;
import lathe.recipe.TrainStage.LossOn;
import lathe.run.Failure;
import lathe.text.Tokenizer;
import org.junit.jupiter.api.Test;

class ConversationsTest {
    private static final Path GOLDEN = Path.of("src/test/resources/golden/text/tokenizer");
    private static final List<Message> WITH_INPUT =
            List.of(new Message("user", "Sort."), new Message("user", "3 1 2"), new Message("assistant", "1 2 3"));
    private static final List<Message> TWO_ANSWERS = List.of(
            new Message("system", "Be brief."),
            new Message("user", "Hello"),
            new Message("assistant", "Hi"),
            new Message("user", "Bye"),
            new Message("assistant", ""));

    private static String text(String template, List<Message> messages, boolean prompt) throws Failure {
        StringBuilder text = new StringBuilder();
        ChatTemplate.named(template).render(messages, prompt).forEach(segment -> text.append(segment.text()));
        return text.toString();
    }

    @Test
    void alpacaTellsInstructionFromInput() throws Exception {
        assertEquals(
                """
                Below is an instruction that describes a task, paired with an input that provides further context. \
                Write a response that appropriately completes the request.

                ### Instruction:
                Sort.

                ### Input:
                3 1 2

                ### Response:
                1 2 3""",
                text("alpaca", WITH_INPUT, false));
    }

    @Test
    void alpacaWithoutInputEndsWhereTheAnswerBegins() throws Exception {
        String prompt = text("alpaca", WITH_INPUT.subList(0, 1), true);

        assertTrue(prompt.startsWith("Below is an instruction that describes a task. Write"));
        assertTrue(prompt.endsWith("### Instruction:\nSort.\n\n### Response:\n"));
        assertFalse(prompt.contains("### Input:"));
    }

    @Test
    void whatAToolAnsweredIsATurnOrInput() throws Exception {
        List<Message> called = List.of(
                new Message("user", "Weather?"),
                new Message("assistant", "{\"name\":\"weather\"}"),
                new Message("tool", "rain"),
                new Message("assistant", "It rains."));

        assertTrue(text("chatml", called, false)
                .endsWith("<|im_start|>tool\nrain<|im_end|>\n<|im_start|>assistant\nIt rains.<|im_end|>"));
        assertTrue(text("alpaca", called, false)
                .endsWith("{\"name\":\"weather\"}\n\n### Input:\nrain\n\n### Response:\nIt rains."));
        assertEquals("Weather?\n{\"name\":\"weather\"}rain\nIt rains.", text("plain", called, false));
        assertFalse(ChatTemplate.named("chatml").render(called, false).get(2).trained());
    }

    @Test
    void chatMlMarksEveryTurn() throws Exception {
        assertEquals(
                "<|im_start|>user\nSort.\n3 1 2<|im_end|>\n<|im_start|>assistant\n1 2 3<|im_end|>",
                text("chatml", WITH_INPUT, false));
        assertTrue(
                text("chatml", TWO_ANSWERS.subList(0, 2), true).endsWith("Hello<|im_end|>\n<|im_start|>assistant\n"));
    }

    @Test
    void plainHasOnlyLines() throws Exception {
        assertEquals("Be brief.\nHello\nHiBye\n", text("plain", TWO_ANSWERS, false));
    }

    @Test
    void anUnknownTemplateNamesTheNearest() {
        assertEquals(
                List.of("did you mean alpaca?"),
                assertThrows(Failure.class, () -> ChatTemplate.named("alpacca")).mend());
    }

    @Test
    void onlyResponsesAndTheirEndsAreTrained() throws Exception {
        try (Tokenizer tokenizer = Tokenizer.load(GOLDEN)) {
            for (String name : List.of("alpaca", "chatml", "plain")) {
                EncodedConversation encoded =
                        Conversations.encode(tokenizer, ChatTemplate.named(name), TWO_ANSWERS, LossOn.RESPONSES);
                int[] learned = trained(encoded);

                String end = name.equals("chatml") ? "<|im_end|><|endoftext|>" : "<|endoftext|>";
                assertEquals("Hi" + end + end, tokenizer.decode(learned), name);
                assertTrue(encoded.trained()[encoded.ids().length - 1]);
            }
        }
    }

    @Test
    void anEndThatTheAnswerQuotesIsNotMasked() throws Exception {
        try (Tokenizer tokenizer = Tokenizer.load(GOLDEN)) {
            List<Message> quoting =
                    List.of(new Message("user", "a<|endoftext|>"), new Message("assistant", "b<|endoftext|>c"));

            EncodedConversation encoded =
                    Conversations.encode(tokenizer, ChatTemplate.named("plain"), quoting, LossOn.RESPONSES);

            assertEquals("b<|endoftext|>c<|endoftext|>", tokenizer.decode(trained(encoded)));
        }
    }

    @Test
    void allMeansEveryToken() throws Exception {
        try (Tokenizer tokenizer = Tokenizer.load(GOLDEN)) {
            EncodedConversation all =
                    Conversations.encode(tokenizer, ChatTemplate.named("alpaca"), WITH_INPUT, LossOn.ALL);

            assertArrayEquals(all.ids(), trained(all));
        }
    }

    @Test
    void generationStartsWithTheIdsOfTraining() throws Exception {
        try (Tokenizer tokenizer = Tokenizer.load(GOLDEN)) {
            for (String name : List.of("alpaca", "chatml", "plain")) {
                ChatTemplate template = ChatTemplate.named(name);
                int[] prompt = Conversations.prompt(tokenizer, template, TWO_ANSWERS.subList(0, 4));
                int[] whole = Conversations.encode(tokenizer, template, TWO_ANSWERS, LossOn.RESPONSES)
                        .ids();

                assertArrayEquals(prompt, Arrays.copyOf(whole, prompt.length), name);
            }
        }
    }

    private static int[] trained(EncodedConversation encoded) {
        return java.util.stream.IntStream.range(0, encoded.ids().length)
                .filter(i -> encoded.trained()[i])
                .map(i -> encoded.ids()[i])
                .toArray();
    }
}
