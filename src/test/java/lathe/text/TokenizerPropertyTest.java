package lathe.text;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import lathe.run.Json;
import lathe.text.encode.Ints;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What holds for any text and any number of threads, and what is known of single tokens. */
class TokenizerPropertyTest {
    private static final Path KINDS = Path.of("src/test/resources/golden/tokenizers/encode");

    @TempDir
    Path folder;

    private Tokenizer open(String kind) throws Exception {
        Files.copy(KINDS.resolve(kind + ".json"), folder.resolve("tokenizer.json"));
        return Tokenizer.load(folder);
    }

    private static List<String> texts() throws IOException {
        List<String> texts = new ArrayList<>();
        Json.mapper().readTree(KINDS.resolve("texts.json").toFile()).forEach(text -> texts.add(text.asText()));
        Random random = new Random(3);
        for (int i = 0; i < 500; i++) {
            StringBuilder text = new StringBuilder();
            for (int n = random.nextInt(60); n > 0; n--) {
                int c = random.nextInt(random.nextBoolean() ? 0x3000 : 0x110000);
                text.appendCodePoint(c >= 0xD800 && c <= 0xDFFF ? ' ' : c);
            }
            texts.add(text.toString());
        }
        return texts;
    }

    @ParameterizedTest
    @ValueSource(strings = {"gpt2", "llama3", "o200k"})
    void anyTextComesBackFromBytes(String kind) throws Exception {
        try (Tokenizer tokenizer = open(kind)) {
            for (String text : texts()) {
                int[] ids = tokenizer.encode(text);
                assertEquals(text, tokenizer.decode(ids));
                assertEquals(text, bytes(tokenizer, ids));
            }
        }
    }

    /** What tokens stand for, one by one, is the text. */
    private static String bytes(Tokenizer tokenizer, int[] ids) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        for (int id : ids) {
            byte[] own = tokenizer.bytes(id);
            String piece = tokenizer.piece(id);
            bytes.writeBytes(own == null ? String.valueOf(piece).getBytes(StandardCharsets.UTF_8) : own);
        }
        return bytes.toString(StandardCharsets.UTF_8);
    }

    @ParameterizedTest
    @ValueSource(strings = {"gpt2", "llama", "unigram_bytes", "bert"})
    void threadsAndSpansChangeNothing(String kind) throws Exception {
        List<String> texts = texts();
        try (Tokenizer tokenizer = open(kind)) {
            assertFalse(tokenizer.usesDjl());
            List<int[]> one = tokenizer.encodeAll(texts);
            List<int[]> several = texts.parallelStream().map(tokenizer::encode).toList();
            for (int i = 0; i < texts.size(); i++) {
                int[] own = one.get(i);
                assertArrayEquals(own, several.get(i));
                int[] withSpans = tokenizer.tokens(texts.get(i)).stream()
                        .mapToInt(Token::id)
                        .toArray();
                assertArrayEquals(own, withSpans);
            }
        }
    }

    @Test
    void idsAreAddedToWhatIsThere() throws Exception {
        try (Tokenizer tokenizer = open("gpt2")) {
            Ints ids = new Ints();
            ids.add(-7);
            tokenizer.encode("wood", ids);
            assertEquals(-7, ids.get(0));
            assertArrayEquals(tokenizer.encode("wood"), ids.tail(1));
        }
    }

    @Test
    void aTokenKnowsItsHalves() throws Exception {
        try (Tokenizer tokenizer = open("gpt2")) {
            int merged = 0;
            for (int id = 0; id < tokenizer.vocabSize(); id++) {
                if (tokenizer.rank(id) >= 0) {
                    String halves = tokenizer.piece(tokenizer.left(id)) + tokenizer.piece(tokenizer.right(id));
                    assertEquals(tokenizer.piece(id), halves);
                    merged++;
                }
            }
            assertEquals(tokenizer.vocabSize() - 257, merged);
            assertEquals(-1, tokenizer.left(tokenizer.id("a")));
        }
    }

    @Test
    void tokensSayWhatTheyAre() throws Exception {
        try (Tokenizer tokenizer = open("llama")) {
            assertTrue(tokenizer.isSpecial(tokenizer.id("<s>")));
            assertTrue(tokenizer.isAdded(tokenizer.id("<s>")));
            assertNull(tokenizer.bytes(tokenizer.id("<s>")));
            assertEquals(tokenizer.id("<unk>"), tokenizer.unknownId());
            int b = tokenizer.id("<0xE4>");
            assertTrue(tokenizer.isByte(b));
            assertArrayEquals(new byte[] {(byte) 0xE4}, tokenizer.bytes(b));
            assertArrayEquals(" the".getBytes(StandardCharsets.UTF_8), tokenizer.bytes(tokenizer.id("▁the")));
            assertEquals(-1, tokenizer.id("no such piece"));
            assertNull(tokenizer.piece(-1));
        }
    }

    @Test
    void whatIsNotCoveredGoesThroughDjlAndSaysSo() throws Exception {
        ObjectNode root =
                (ObjectNode) Json.mapper().readTree(KINDS.resolve("gpt2.json").toFile());
        ((ObjectNode) root.get("model")).put("dropout", 0.00001);
        Files.writeString(folder.resolve("tokenizer.json"), root.toString());
        try (Tokenizer tokenizer = Tokenizer.load(folder)) {
            assertTrue(tokenizer.usesDjl());
            assertEquals("the model BPE with dropout", tokenizer.uncovered());
            assertEquals("wood 木", tokenizer.decode(tokenizer.encode("wood 木")));
            assertNotNull(tokenizer.piece(5));
            assertEquals(2, tokenizer.encodeAll(List.of("a", "b")).size());
        }
    }
}
