package lathe.tokenize.bpe;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import lathe.recipe.RecipeYaml;
import lathe.recipe.TokenizerSettings;
import lathe.run.Event;
import lathe.run.Failure;
import lathe.run.Json;
import lathe.run.RunCancelledException;
import lathe.run.RunContext;
import lathe.run.StopRequest;
import lathe.text.Tokenizer;
import lathe.tokenize.corpus.Sequences;
import lathe.tokenize.train.TrainedTokenizer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Golden files come from Hugging Face tokenizers by src/peers/golden_bpe.py. */
class ByteBpeOptionsTest {
    private static final Path GOLDEN = Path.of("src/test/resources/golden");
    private static final Sequences TEXT = Sequences.concat(List.of(
            Sequences.ofLines(GOLDEN.resolve("text/corpus.txt")),
            Sequences.ofLines(GOLDEN.resolve("tokenizers/mixed.txt"))));

    private static TokenizerSettings.Train settings(String yaml) throws Exception {
        return (TokenizerSettings.Train) RecipeYaml.readTokenizer(yaml, Map.of());
    }

    private static TrainedTokenizer train(String yaml) throws Exception {
        return new ByteBpeTrainer(settings(yaml)).train(TEXT, 2, RunContext.quiet());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "plain",
                "frequent",
                "exhausted",
                "userdefined",
                "specialintext",
                "nfc",
                "nfkc",
                "nmtnfkc",
                "digits",
                "digitscl100k",
                "length2",
                "length5",
                "length9"
            })
    void theFileIsTheReferences(String name) throws Exception {
        JsonNode golden = Json.mapper()
                .readTree(GOLDEN.resolve("tokenizers/bpe/" + name + ".json").toFile());

        TrainedTokenizer trained = train(Json.line(golden.path("settings")));

        JsonNode expected = golden.path("tokenizer");
        JsonNode actual = Json.mapper().readTree(Json.line(trained.file().tokenizer()));
        assertEquals(lines(expected.at("/model/merges")), lines(actual.at("/model/merges")));
        assertEquals(expected.toPrettyString(), actual.toPrettyString());
    }

    private static String lines(JsonNode merges) {
        StringBuilder text = new StringBuilder();
        merges.forEach(merge -> text.append(merge).append('\n'));
        return text.toString();
    }

    @Test
    void countsThatGoToDiskGiveTheSame() throws Exception {
        TokenizerSettings.Train settings = settings("{vocab-size: 900, special: []}");

        TrainedTokenizer small = new ByteBpeTrainer(settings, 1).train(TEXT, 2, RunContext.quiet());

        assertEquals(train("{vocab-size: 900, special: []}").merges(), small.merges());
    }

    @Test
    void charactersOfTheInitialAlphabetAreTokens(@TempDir Path folder) throws Exception {
        TrainedTokenizer trained = train("{vocab-size: 400, special: [], initial-alphabet: [龙, 凤é, 🎈]}");

        trained.file().write(folder);
        try (Tokenizer tokenizer = Tokenizer.load(folder)) {
            for (String character : List.of("龙", "凤", "é", "🎈")) {
                assertEquals(1, tokenizer.encode(character).length, character);
            }
            assertEquals(400, tokenizer.vocabSize());
            assertEquals("龙凤 the é🎈", tokenizer.decode(tokenizer.encode("龙凤 the é🎈")));
        }
    }

    @Test
    void aSampleIsAlwaysTheSame() throws Exception {
        String yaml = "{vocab-size: 400, special: [], input-sentence-size: 9}";

        assertEquals(train(yaml).merges(), train(yaml).merges());
        assertTrue(train(yaml).merges().get(0).count()
                < train("{vocab-size: 400, special: []}").merges().get(0).count());
        assertEquals(
                train("{vocab-size: 400, special: []}").merges(),
                train("{vocab-size: 400, special: [], input-sentence-size: 1000}")
                        .merges());
    }

    @Test
    void userDefinedTokensAreWholeWhereverTheyStand(@TempDir Path folder) throws Exception {
        train("{vocab-size: 500, special: [<s>], user-defined: [<think>, ridge]}")
                .file()
                .write(folder);

        try (Tokenizer tokenizer = Tokenizer.load(folder)) {
            assertArrayEquals(new int[] {1}, tokenizer.encode("<think>"));
            assertArrayEquals(new int[] {2}, tokenizer.encode("ridge"));
            assertEquals("a <think>ridges", tokenizer.decode(tokenizer.encode("a <think>ridges"), true));
        }
    }

    @Test
    void badOptionsAreNamed() {
        assertEquals(
                "tokenizer.user-defined",
                assertThrows(Failure.class, () -> train("{vocab-size: 500, user-defined: ['']}"))
                        .where());
    }

    @Test
    void itTellsHowFarItIsAndStopsWhenAsked() throws Exception {
        List<Event> events = new ArrayList<>();
        StopRequest[] stop = {StopRequest.NONE};
        RunContext context = new RunContext() {
            @Override
            public StopRequest stopRequest() {
                return stop[0];
            }

            @Override
            public synchronized void emit(Event event) {
                events.add(event);
            }
        };
        ByteBpeTrainer trainer = new ByteBpeTrainer(settings("{vocab-size: 700, special: []}"));

        trainer.train(TEXT, 2, context);

        assertTrue(events.contains(new Event.Progress(444, 444, "merges", 0)), events::toString);
        assertTrue(events.stream().anyMatch(event -> event instanceof Event.Learned learned && learned.size() == 700));
        assertTrue(events.stream()
                .anyMatch(event -> event instanceof Event.Progress progress
                        && progress.unit().equals("bytes")
                        && progress.done() == progress.total()));
        stop[0] = StopRequest.DISCARD;
        assertThrows(RunCancelledException.class, () -> trainer.train(TEXT, 2, context));
    }
}
