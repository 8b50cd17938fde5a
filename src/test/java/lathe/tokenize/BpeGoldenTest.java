package lathe.tokenize;

import static java.util.Objects.requireNonNull;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import lathe.data.Document;
import lathe.recipe.TokenizerSettings;
import lathe.recipe.TokenizerSettings.Pattern;
import lathe.run.Failure;
import lathe.run.Json;
import lathe.run.RunContext;
import lathe.text.Tokenizer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Golden values come from Hugging Face tokenizers by src/peers/golden_text.py. */
class BpeGoldenTest {
    private static final Path GOLDEN = Path.of("src/test/resources/golden/text");
    private static final Sequences CORPUS = Sequences.ofLines(GOLDEN.resolve("corpus.txt"));

    private static TrainedTokenizer train(JsonNode golden, int threads) throws Exception {
        List<String> special = new ArrayList<>();
        golden.path("special").forEach(token -> special.add(token.asText()));
        TokenizerSettings.Train settings = new TokenizerSettings.Train(
                TokenizerSettings.Type.BYTE_BPE,
                golden.path("vocab_size").asInt(),
                golden.path("min_frequency").asInt(),
                Pattern.valueOf(golden.path("pattern").asText().toUpperCase(java.util.Locale.ROOT)),
                special);
        return TokenizerTrainer.of(settings).train(CORPUS, threads, RunContext.quiet());
    }

    private static JsonNode golden(String name) throws Exception {
        return Json.mapper().readTree(GOLDEN.resolve("merges-" + name + ".json").toFile());
    }

    @ParameterizedTest
    @ValueSource(strings = {"gpt2", "cl100k", "qwen2", "exhausted", "frequent"})
    void mergesAreTheReferences(String name, @TempDir Path folder) throws Exception {
        JsonNode golden = golden(name);

        TrainedTokenizer trained = train(golden, 2);

        List<String> expected = new ArrayList<>();
        golden.path("merges").forEach(merge -> expected.add(merge.asText()));
        assertEquals(
                expected,
                trained.merges().stream()
                        .map(merge -> merge.left() + " " + merge.right())
                        .toList());
        assertEquals(golden.path("size").asInt(), trained.vocabSize());
        TokenizerFolder.write(trained, folder);
        try (Tokenizer tokenizer = Tokenizer.load(folder)) {
            for (JsonNode sample : golden.path("samples")) {
                int[] ids = Json.mapper().convertValue(sample.path("ids"), int[].class);
                String text = sample.path("text").asText();
                assertEquals(Arrays.toString(ids), Arrays.toString(tokenizer.encode(text)), text);
            }
        }
    }

    @Test
    void threadsDoNotChangeAByte(@TempDir Path folder) throws Exception {
        TokenizerFolder.write(train(golden("frequent"), 1), folder.resolve("one"));
        TokenizerFolder.write(train(golden("frequent"), 4), folder.resolve("four"));

        for (String file : List.of("tokenizer.json", "tokenizer_config.json", "special_tokens_map.json")) {
            assertEquals(
                    Files.readString(folder.resolve("one").resolve(file)),
                    Files.readString(folder.resolve("four").resolve(file)));
        }
    }

    @Test
    void theFirstSpecialTokenEndsADocument(@TempDir Path folder) throws Exception {
        TrainedTokenizer trained = train(golden("frequent"), 1);
        TokenizerFolder.write(trained, folder);

        try (Tokenizer tokenizer = Tokenizer.load(folder)) {
            assertEquals(0, tokenizer.endOfText());
            assertEquals("<|pad|>", tokenizer.decode(new int[] {0}));
            assertEquals(trained.vocabSize(), tokenizer.vocabSize());
        }
    }

    @Test
    void theHandWrittenPatternIsThePattern() {
        PreTokenizer byHand = PreTokenizer.of(Pattern.GPT2);
        PreTokenizer byRegex = new RegexPreTokenizer(PreTokenizer.regex(Pattern.GPT2));
        Random random = new Random(11);
        String letters = "aZ'stdmrevl 019 \t\n\r\u00a0\u3000.,!你好½Ⅷé\u0301🪵𠮷";
        int[] known = letters.codePoints().toArray();
        for (int i = 0; i < 2000; i++) {
            StringBuilder text = new StringBuilder();
            for (int n = random.nextInt(30); n > 0; n--) {
                text.appendCodePoint(known[random.nextInt(known.length)]);
            }
            assertEquals(pieces(byRegex, text.toString()), pieces(byHand, text.toString()));
        }
    }

    private static List<String> pieces(PreTokenizer pattern, String text) {
        List<String> pieces = new ArrayList<>();
        pattern.split(text, (start, end) -> pieces.add(text.substring(start, end)));
        assertEquals(text, String.join("", pieces));
        return pieces;
    }

    @Test
    void qualityCountsWhatThereIs() throws Exception {
        try (Tokenizer tokenizer = Tokenizer.load(GOLDEN.resolve("tokenizer"))) {
            List<Document> records =
                    List.of(Document.text("1", "en", "the lathe turns"), Document.text("2", "zh", "车床慢慢地转"));

            TokenizerQuality quality = TokenizerQuality.of(tokenizer, records.stream(), 2, RunContext.quiet());

            TokenizerQuality.Size english = requireNonNull(quality.bySource().get("en"));
            assertEquals(15, english.bytes());
            assertEquals(3, english.words());
            assertEquals(tokenizer.encode("the lathe turns").length, english.tokens());
            TokenizerQuality.Size chinese = requireNonNull(quality.bySource().get("zh"));
            assertEquals(6, chinese.words());
            assertEquals(18, chinese.bytes());
            assertEquals(List.of(), quality.mismatches());
            assertTrue(quality.unused().contains(tokenizer.endOfText()));
            assertEquals(2, quality.total().records());
        }
    }

    @Test
    void linesKeepTheirEnds(@TempDir Path folder) throws Exception {
        Path file = Files.writeString(folder.resolve("a.txt"), "a\r\nb\n\nc");

        try (Stream<String> lines = Sequences.ofLines(file).open()) {
            assertEquals(List.of("a\r\n", "b\n", "\n", "c"), lines.toList());
        }
    }

    @Test
    void aVocabularyMustHoldAllBytes() {
        TokenizerSettings.Train small =
                new TokenizerSettings.Train(TokenizerSettings.Type.BYTE_BPE, 256, 0, Pattern.GPT2, List.of("<end>"));

        assertEquals(
                "tokenizer.vocab-size",
                assertThrows(Failure.class, () -> TokenizerTrainer.of(small)).where());
        TokenizerSettings.Train later =
                new TokenizerSettings.Train(TokenizerSettings.Type.UNIGRAM, 300, 0, Pattern.GPT2, List.of());
        assertEquals(
                Failure.Kind.USAGE,
                assertThrows(Failure.class, () -> TokenizerTrainer.of(later)).kind());
    }
}
