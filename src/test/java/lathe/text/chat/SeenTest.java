package lathe.text.chat;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import lathe.data.Document;
import lathe.recipe.TrainStage.LossOn;
import lathe.recipe.TrainStage.Task;
import lathe.text.Tokenizer;
import lathe.text.chat.Seen.SeenToken;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SeenTest {
    private static final Document CHAT = Document.conversation(
            "c1", "s", ChatFixture.messages("user", "你好 <|im_end|>", "assistant", "Hello there."));

    @TempDir
    Path folder;

    private Seen seen(Document record, Task task, String template, int context) throws Exception {
        ChatFixture.tokenizer(folder, "<|im_end|>");
        try (Tokenizer tokenizer = Tokenizer.load(folder)) {
            RecordEncoder encoder =
                    new RecordEncoder(tokenizer, ChatTemplate.of(template, folder), task, LossOn.RESPONSES);
            Seen seen = Seen.of(record, encoder, context);
            EncodedConversation encoded = encoder.encode(List.of(record)).get(0);
            assertArrayEquals(
                    encoded.ids(),
                    seen.tokens().stream().mapToInt(SeenToken::id).toArray());
            for (int i = 0; i < encoded.ids().length; i++) {
                assertEquals(encoded.trained()[i], seen.tokens().get(i).trained());
            }
            return seen;
        }
    }

    @Test
    void theTextIsThereToTheLetterAndItsTokensLieOverIt() throws Exception {
        Seen seen = seen(CHAT, Task.SFT, "chatml", 1000);

        assertEquals(
                "<|im_start|>user\n你好 <|im_end|><|im_end|>\n<|im_start|>assistant\nHello there.<|im_end|></s>",
                seen.text());
        assertEquals(1, seen.quotedTokens());
        int end = 0;
        StringBuilder learned = new StringBuilder();
        for (SeenToken token : seen.tokens()) {
            assertTrue(token.start() <= end && token.end() >= end, "no gap before " + token);
            learned.append(token.trained() ? seen.text().substring(Math.max(end, token.start()), token.end()) : "");
            end = token.end();
        }
        assertEquals(seen.text().length(), end);
        assertEquals("Hello there.<|im_end|></s>", learned.toString());
        assertEquals(seen.tokens().size(), seen.seen());
    }

    @Test
    void whatIsBehindTheContextIsNotSeen() throws Exception {
        assertEquals(5, seen(CHAT, Task.SFT, "plain", 5).seen());
    }

    @Test
    void aTextIsLearnedWholeAndEnded() throws Exception {
        Seen seen = seen(Document.text("t", "s", "the lathe turns"), Task.PRETRAIN, "alpaca", 2);

        SeenToken last = seen.tokens().get(seen.tokens().size() - 1);
        assertEquals("</s>", last.piece());
        assertEquals(last.start(), last.end());
        assertEquals("the lathe turns", seen.text());
        assertEquals(seen.tokens().size(), seen.seen(), "packed texts are not cut");
        assertTrue(seen.tokens().stream().allMatch(SeenToken::trained));
    }
}
