package lathe.tokenize.bpe;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import lathe.recipe.RecipeYaml;
import lathe.recipe.TokenizerSettings;
import lathe.run.Failure;
import lathe.run.Json;
import lathe.run.RunContext;
import lathe.text.Tokenizer;
import lathe.tokenize.TokenizerTrainers;
import lathe.tokenize.train.Sequences;
import lathe.tokenize.train.TrainedTokenizer;
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
        TokenizerSettings.Train settings = settings(
                "{train: byte-bpe, vocab-size: %s, min-frequency: %s, pattern: %s, special: %s}",
                golden.path("vocab_size"),
                golden.path("min_frequency"),
                golden.path("pattern").asText(),
                Json.line(special));
        return TokenizerTrainers.of(settings).train(CORPUS, threads, RunContext.quiet());
    }

    private static TokenizerSettings.Train settings(String yaml, Object... values) throws Exception {
        return (TokenizerSettings.Train) RecipeYaml.readTokenizer(String.format(Locale.ROOT, yaml, values), Map.of());
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
        trained.file().write(folder);
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
        train(golden("frequent"), 1).file().write(folder.resolve("one"));
        train(golden("frequent"), 4).file().write(folder.resolve("four"));

        for (String file : List.of("tokenizer.json", "tokenizer_config.json", "special_tokens_map.json")) {
            assertEquals(
                    Files.readString(folder.resolve("one").resolve(file)),
                    Files.readString(folder.resolve("four").resolve(file)));
        }
    }

    @Test
    void theFirstSpecialTokenEndsADocument(@TempDir Path folder) throws Exception {
        TrainedTokenizer trained = train(golden("frequent"), 1);
        trained.file().write(folder);

        try (Tokenizer tokenizer = Tokenizer.load(folder)) {
            assertEquals(0, tokenizer.endOfText());
            assertEquals("<|pad|>", tokenizer.decode(new int[] {0}));
            assertEquals(trained.vocabSize(), tokenizer.vocabSize());
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
    void aVocabularyMustHoldAllBytes() throws Exception {
        TokenizerSettings.Train small = settings("{vocab-size: 256, special: [<end>]}");

        assertEquals(
                "tokenizer.vocab-size",
                assertThrows(Failure.class, () -> TokenizerTrainers.of(small)).where());
        TokenizerSettings.Train digits = settings("{split-digits: true}");
        assertEquals(
                Failure.Kind.USAGE,
                assertThrows(Failure.class, () -> TokenizerTrainers.of(digits)).kind());
        TokenizerSettings.Train later = settings("{train: unigram, vocab-size: 300}");
        assertEquals(
                Failure.Kind.USAGE,
                assertThrows(Failure.class, () -> TokenizerTrainers.of(later)).kind());
    }
}
