package lathe.tokenize.extend;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import lathe.recipe.RecipeYaml;
import lathe.recipe.TokenizerSettings;
import lathe.run.Failure;
import lathe.run.Json;
import lathe.run.RunContext;
import lathe.text.Tokenizer;
import lathe.tokenize.TokenizerTrainers;
import lathe.tokenize.corpus.Sequences;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TokenizerExtenderTest {
    private static final Path GOLDEN = Path.of("src/test/resources/golden");
    private static final List<String> CHINESE = List.of(
            "车床转得很快，木头转得很慢。",
            "木头在车床上转，车床在木头旁边停。",
            "师傅说：车床要慢慢转，木头才会圆。The lathe turns the wood and the turner turns the lathe.",
            "王·李，王·李：\u00b7\u00b7\u00b7。",
            "学徒问师傅，木头为什么要转？师傅笑了，车床也笑了。",
            "转得快，转得慢，木头都是木头，车床都是车床。");
    private static final List<String> ENGLISH = List.of(
            "The lathe turns the wood.", "  two  spaces, 12 numbers — and \"quotes\"", "naïve café 🎈 Москва · ··· ·");

    @TempDir
    private Path folder;

    private Path byteLevel(String pattern) throws Exception {
        TokenizerSettings.Train settings = (TokenizerSettings.Train) RecipeYaml.readTokenizer(
                "{vocab-size: 500, special: [<|endoftext|>], split-digits: true, pattern: " + pattern + "}", Map.of());
        TokenizerTrainers.of(settings)
                .train(Sequences.ofLines(GOLDEN.resolve("text/corpus.txt")), 1, RunContext.quiet())
                .file()
                .write(folder.resolve("base"));
        return folder.resolve("base");
    }

    private Path spStyle() throws Exception {
        Files.createDirectories(folder.resolve("base"));
        Files.copy(GOLDEN.resolve("tokenizers/sp-style.json"), folder.resolve("base/tokenizer.json"));
        return folder.resolve("base");
    }

    private Growth grow(Path base, String keys) throws Exception {
        TokenizerSettings.Extend settings =
                (TokenizerSettings.Extend) RecipeYaml.readTokenizer("{extend: base, " + keys + "}", Map.of());
        List<String> texts = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            texts.addAll(CHINESE);
        }
        GrownTokenizer grown = new TokenizerExtender(base, settings).extend(Sequences.of(texts), 2, RunContext.quiet());
        grown.write(folder.resolve("grown"));
        return grown.growth();
    }

    private static JsonNode vocab(Path tokenizer) throws Exception {
        return Json.mapper()
                .readTree(tokenizer.resolve("tokenizer.json").toFile())
                .at("/model/vocab");
    }

    private void assertOldIdsStay() throws Exception {
        JsonNode before = vocab(folder.resolve("base"));
        JsonNode now = vocab(folder.resolve("grown"));
        before.forEachEntry((piece, id) -> assertEquals(id, now.path(piece)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"gpt2", "cl100k", "qwen2"})
    void aByteLevelTokenizerGrowsByAScript(String pattern) throws Exception {
        Path base = byteLevel(pattern);

        Growth growth = grow(base, "add: 40, only-script: han");

        assertEquals(500, growth.oldSize());
        assertEquals(540, growth.newSize());
        assertOldIdsStay();
        try (Tokenizer before = Tokenizer.load(base);
                Tokenizer now = Tokenizer.load(folder.resolve("grown"))) {
            for (String text : ENGLISH) {
                assertArrayEquals(before.encode(text), now.encode(text), text);
            }
            long tokens = 0;
            for (String text : CHINESE) {
                assertTrue(now.encode(text).length < before.encode(text).length, text);
                assertEquals(text, now.decode(now.encode(text)));
                tokens += 3L * now.encode(text).length;
            }
            assertEquals(
                    tokens,
                    growth.scripts().values().stream()
                            .mapToLong(Growth.Share::tokensNow)
                            .sum());
        }
        Growth.Share latin = Objects.requireNonNull(growth.scripts().get("Latin"));
        assertEquals(0, latin.changedWords());
    }

    @Test
    void withAnyScriptOldTextsMayChange() throws Exception {
        Growth growth = grow(byteLevel("gpt2"), "add: 60");

        assertEquals(560, growth.newSize());
        assertOldIdsStay();
    }

    @Test
    void aTokenizerOfCharactersGetsCharactersAndMerges() throws Exception {
        Path base = spStyle();

        Growth growth = grow(base, "add: 60, only-script: han");

        assertOldIdsStay();
        assertTrue(growth.characters() > 10 && growth.characters() <= 30, growth::toString);
        try (Tokenizer before = Tokenizer.load(base);
                Tokenizer now = Tokenizer.load(folder.resolve("grown"))) {
            for (String text : ENGLISH) {
                assertArrayEquals(before.encode(text), now.encode(text), text);
            }
            for (String text : CHINESE) {
                assertTrue(now.encode(text).length < before.encode(text).length, text);
                assertEquals(text, now.decode(now.encode(text)));
            }
            assertEquals(1, now.encode("a", true)[0]);
        }
        vocab(folder.resolve("grown")).fieldNames().forEachRemaining(piece -> {
            if (piece.contains("木") || piece.contains("车")) {
                assertTrue(piece.codePoints().allMatch(c -> c == 0x2581 || Character.isIdeographic(c)), piece);
            }
        });
    }

    @Test
    void addedTokensOutsideOfTheVocabularyKeepTheirIds() throws Exception {
        Path base = byteLevel("gpt2");
        Path file = base.resolve("tokenizer.json");
        ObjectNode tree = (ObjectNode) Json.mapper().readTree(file.toFile());
        ObjectNode added = tree.path("added_tokens").path(0).deepCopy();
        ((com.fasterxml.jackson.databind.node.ArrayNode) tree.path("added_tokens"))
                .add(added.put("id", 500).put("content", "<|extra|>"));
        Json.write(file, tree);

        Growth growth = grow(base, "add: 10, only-script: han");

        assertEquals(511, growth.newSize());
        try (Tokenizer now = Tokenizer.load(folder.resolve("grown"))) {
            assertArrayEquals(new int[] {500}, now.encode("<|extra|>"));
            assertEquals(511, now.vocabSize());
        }
    }

    @Test
    void whatIsNoBpeIsRefused() throws Exception {
        Path base = byteLevel("gpt2");
        ObjectNode tree = (ObjectNode)
                Json.mapper().readTree(base.resolve("tokenizer.json").toFile());
        ((ObjectNode) tree.path("model")).put("type", "Unigram");
        Json.write(base.resolve("tokenizer.json"), tree);

        Failure failure = assertThrows(Failure.class, () -> grow(base, "add: 10"));

        assertTrue(failure.where().endsWith("model.type"));
    }

    @Test
    void threadsDoNotChangeAByte() throws Exception {
        Path base = byteLevel("gpt2");
        TokenizerSettings.Extend settings =
                (TokenizerSettings.Extend) RecipeYaml.readTokenizer("{extend: base, add: 50}", Map.of());

        GrownTokenizer one = new TokenizerExtender(base, settings).extend(Sequences.of(CHINESE), 1, RunContext.quiet());
        GrownTokenizer four =
                new TokenizerExtender(base, settings).extend(Sequences.of(CHINESE), 4, RunContext.quiet());

        assertEquals(Json.line(one.file().tokenizer()), Json.line(four.file().tokenizer()));
        assertEquals(one.growth(), four.growth());
    }
}
