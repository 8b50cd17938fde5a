package lathe.text;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import lathe.run.Failure;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TokenizerTest {
    static final Path GOLDEN = Path.of("src/test/resources/golden/text/tokenizer");

    @Test
    void readsBackWhatItWrote() throws Exception {
        try (Tokenizer tokenizer = Tokenizer.load(GOLDEN)) {
            Random random = new Random(7);
            for (int i = 0; i < 300; i++) {
                String text = anyText(random);

                assertEquals(text, tokenizer.decode(tokenizer.encode(text)));
            }
        }
    }

    private static String anyText(Random random) {
        return IntStream.generate(() -> random.nextInt(0x110000))
                .map(c -> random.nextBoolean() ? c & 0xff : c)
                .filter(c -> c < Character.MIN_SURROGATE || c > Character.MAX_SURROGATE)
                .limit(random.nextInt(40))
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    @Test
    void aBatchIsTheSameAsOneByOne() throws Exception {
        try (Tokenizer tokenizer = Tokenizer.load(GOLDEN)) {
            List<String> texts = List.of("", "The lathe turns", "车床先慢慢地转", "<|endoftext|>", "\n\n");

            List<int[]> batch = tokenizer.encodeAll(texts);

            for (int i = 0; i < texts.size(); i++) {
                assertArrayEquals(tokenizer.encode(texts.get(i)), batch.get(i));
            }
        }
    }

    @Test
    void knowsItsSizeAndItsEnd() throws Exception {
        try (Tokenizer tokenizer = Tokenizer.load(GOLDEN)) {
            assertEquals(800, tokenizer.vocabSize());
            assertEquals("<|endoftext|>", tokenizer.decode(new int[] {tokenizer.endOfText()}));
            assertEquals("", tokenizer.decode(new int[] {tokenizer.endOfText()}, true));
        }
    }

    @Test
    void spansCountCharsOfJavaStrings() throws Exception {
        try (Tokenizer tokenizer = Tokenizer.load(GOLDEN)) {
            String text = "🪵 turns 木头";

            List<Token> tokens = tokenizer.tokens(text);

            assertEquals(0, tokens.get(0).start());
            assertEquals(2, tokens.get(0).end());
            assertEquals(text.length(), tokens.get(tokens.size() - 1).end());
            assertTrue(tokens.stream()
                    .anyMatch(t -> text.substring(t.start(), t.end()).equals(" turns")));
        }
    }

    @Test
    void refusesWhatIsNoText() throws Exception {
        try (Tokenizer tokenizer = Tokenizer.load(GOLDEN)) {
            IllegalArgumentException refusal =
                    assertThrows(IllegalArgumentException.class, () -> tokenizer.encode("ab\ud83d"));

            assertEquals("not Unicode text: lone surrogate at char 2", refusal.getMessage());
        }
    }

    @Test
    void saysWhatIsWrongWithAFolder(@TempDir Path folder) throws Exception {
        assertTrue(assertThrows(Failure.class, () -> Tokenizer.load(folder))
                .where()
                .endsWith("tokenizer.json"));

        Files.writeString(folder.resolve("tokenizer.json"), "{\"model\":");
        assertTrue(
                assertThrows(Failure.class, () -> Tokenizer.load(folder)).what().startsWith("This is not JSON"));

        Files.writeString(folder.resolve("tokenizer.json"), "{\"model\": 1}");
        assertTrue(assertThrows(Failure.class, () -> Tokenizer.load(folder))
                .what()
                .startsWith("The tokenizer cannot be read"));

        Files.copy(
                GOLDEN.resolve("tokenizer.json"),
                folder.resolve("tokenizer.json"),
                java.nio.file.StandardCopyOption.REPLACE_EXISTING);
        Files.writeString(folder.resolve("tokenizer_config.json"), "{\"eos_token\": {\"content\": \"</nowhere>\"}}");
        assertTrue(
                assertThrows(Failure.class, () -> Tokenizer.load(folder)).what().contains("</nowhere>"));
    }
}
