package lathe.tokenize.wordpiece;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import lathe.recipe.RecipeYaml;
import lathe.recipe.TokenizerSettings;
import lathe.run.Failure;
import lathe.run.Json;
import lathe.run.RunContext;
import lathe.text.Tokenizer;
import lathe.tokenize.train.Sequences;
import lathe.tokenize.train.TrainedTokenizer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Golden files come from Hugging Face tokenizers by src/peers/golden_bpe.py: the vocabulary is what all its runs have.
 */
class WordpieceTrainerTest {
    private static final Path GOLDEN = Path.of("src/test/resources/golden");
    private static final Sequences TEXT = Sequences.concat(List.of(
            Sequences.ofLines(GOLDEN.resolve("text/corpus.txt")),
            Sequences.ofLines(GOLDEN.resolve("tokenizers/mixed.txt"))));

    private static TrainedTokenizer train(String yaml, int threads) throws Exception {
        TokenizerSettings.Train settings =
                (TokenizerSettings.Train) RecipeYaml.readTokenizer(yaml, Map.of("train", "wordpiece"));
        return new WordpieceTrainer(settings).train(TEXT, threads, RunContext.quiet());
    }

    private static Set<String> strings(JsonNode list) {
        Set<String> strings = new TreeSet<>();
        list.forEach(each -> strings.add(each.asText()));
        return strings;
    }

    private static Set<String> keys(JsonNode object) {
        Set<String> keys = new TreeSet<>();
        object.fieldNames().forEachRemaining(keys::add);
        return keys;
    }

    @ParameterizedTest
    @ValueSource(strings = {"frequent", "exhausted", "lowercase", "limited"})
    void tokensAreTheReferences(String name) throws Exception {
        JsonNode golden = Json.mapper()
                .readTree(
                        GOLDEN.resolve("tokenizers/wordpiece/" + name + ".json").toFile());

        ObjectNode file = train(Json.line(golden.path("settings")), 2).file().tokenizer();

        Set<String> always = strings(golden.at("/tokenizer/model/vocab"));
        Set<String> missing = new TreeSet<>(always);
        Set<String> vocab = keys(file.at("/model/vocab"));
        missing.removeAll(vocab);
        // ties go by code point here, there by the order in which characters are met; only the rarest tokens depend on
        // it
        int byChance = name.equals("exhausted") ? vocab.size() / 50 : 0;
        assertTrue(missing.size() <= byChance, missing::toString);
        Set<String> surplus = new TreeSet<>(vocab);
        surplus.removeAll(always);
        surplus.removeAll(strings(golden.path("sometimes")));
        assertTrue(surplus.size() <= byChance, surplus::toString);
        for (String part : List.of("added_tokens", "normalizer", "pre_tokenizer", "decoder")) {
            assertEquals(
                    golden.path("tokenizer").path(part).toPrettyString(),
                    Json.mapper().readTree(Json.line(file.path(part))).toPrettyString());
        }
    }

    @Test
    void itIsTheSameEachTimeWithAnyThreads() throws Exception {
        String yaml = "{vocab-size: 700, special: []}";

        assertEquals(
                Json.line(train(yaml, 1).file().tokenizer()),
                Json.line(train(yaml, 3).file().tokenizer()));
    }

    @Test
    void charactersStandInOrder() throws Exception {
        ObjectNode file = train("{vocab-size: 700, special: []}", 1).file().tokenizer();

        List<String> pieces = new ArrayList<>();
        file.at("/model/vocab").fieldNames().forEachRemaining(pieces::add);
        List<String> inside = pieces.stream()
                .filter(piece -> piece.startsWith("##") && piece.codePointCount(2, piece.length()) == 1)
                .toList();
        assertTrue(inside.size() > 30);
        List<String> sorted = new ArrayList<>(inside);
        sorted.sort((a, b) -> Integer.compare(a.codePointAt(2), b.codePointAt(2)));
        assertEquals(sorted, inside);
        assertEquals(pieces.indexOf(inside.get(0)) + inside.size() - 1, pieces.indexOf(inside.get(inside.size() - 1)));
    }

    @Test
    void bertsTokensHaveTheirDuties(@TempDir Path folder) throws Exception {
        train("{vocab-size: 700, special: []}", 1).file().write(folder);

        try (Tokenizer tokenizer = Tokenizer.load(folder)) {
            int[] ids = tokenizer.encode("The bridge 山", true);
            assertEquals(2, ids[0]);
            assertEquals(3, ids[ids.length - 1]);
            assertEquals(3, tokenizer.endOfText());
            assertEquals("The bridge 山", tokenizer.decode(ids, true));
            assertEquals(1, tokenizer.encode("\uD83E\uDD84")[0]);
        }
    }

    @Test
    void tooSmallAVocabularyIsToldWhatItNeeds() {
        Failure failure = assertThrows(Failure.class, () -> train("{vocab-size: 256, special: []}", 1));

        assertEquals("tokenizer.vocab-size", failure.where());
        assertTrue(failure.mend().get(0).matches("set it to \\d+ or more"), failure::describe);
    }

    @Test
    void ofEquallyFrequentCharactersTheSmallerStays() throws Exception {
        ObjectNode file = train("{vocab-size: 700, special: [], limit-alphabet: 29}", 1)
                .file()
                .tokenizer();

        // '。' and 'k' both occur 13 times; there is room for one of them
        assertTrue(keys(file.at("/model/vocab")).contains("k"));
        assertTrue(!keys(file.at("/model/vocab")).contains("\u3002"));
    }
}
