package lathe.model.text;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import lathe.model.Golden;
import lathe.program.Torch;
import lathe.run.Failure;
import lathe.run.Json;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Texts without end, against whole texts and against {@code src/peers/golden_stream.py}. */
class EndlessTextTest {
    private static final Path STREAMS = Path.of("src/test/resources/golden/streams");
    private static final double CLOSE = 2e-5;

    static List<String> families() throws IOException {
        return Golden.families();
    }

    /** Those whose angles do not depend on how long a text may become. */
    static List<String> steadyFamilies() throws IOException {
        return families().stream()
                .filter(name -> !name.endsWith("dynamic") && !name.endsWith("longrope"))
                .toList();
    }

    @ParameterizedTest
    @MethodSource("steadyFamilies")
    void windowThatHoldsTheTextChangesNothing(String name) throws Exception {
        Golden golden = Golden.family(name);
        int[] ids = golden.texts().get(1).ids();
        try (Torch torch = Torch.open("cpu", 1);
                LanguageModel model = LanguageModel.open(torch, golden.folder(), null);
                TextState whole = model.begin(ids.length);
                EndlessText text = model.begin(new TextWindow(ids.length - 2, 2))) {
            int[] prompt = Arrays.copyOf(ids, 9);
            assertClose(name, model.advance(whole, prompt), text.advance(prompt));
            for (int i = 9; i < ids.length; i++) {
                assertClose(name, model.advance(whole, new int[] {ids[i]}), text.advance(new int[] {ids[i]}));
            }
        }
    }

    /** Window, sinks, windows of the model's own narrower and wider: scores of a text much longer than the window. */
    @ParameterizedTest
    @MethodSource("families")
    void scoresAreThoseOfRecomputationWithPlaces(String name) throws Exception {
        try (Torch torch = Torch.open("cpu", 1);
                LanguageModel model =
                        LanguageModel.open(torch, Golden.family(name).folder(), null)) {
            for (JsonNode stream : Json.parse(Files.readString(STREAMS.resolve(name + ".json")))) {
                TextWindow window = new TextWindow(
                        stream.path("window").asInt(), stream.path("sinks").asInt());
                try (EndlessText text = model.begin(window)) {
                    compare(name + " " + window, stream, text);
                }
            }
        }
    }

    private static void compare(String name, JsonNode stream, EndlessText text) {
        int[] ids = ints(stream.path("ids"));
        int next = 0;
        for (int position : ints(stream.path("positions"))) {
            float[] scores = text.advance(Arrays.copyOfRange(ids, text.length(), position + 1));
            assertClose(name + " at " + position, floats(stream.path("logits").get(next++)), scores);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"llama", "gemma3", "phi3-longrope"})
    void piecesOfAnyLengthScoreAlike(String name) throws Exception {
        Golden golden = Golden.family(name);
        int[] ids = repeated(golden.texts().get(1).ids(), 40);
        try (Torch torch = Torch.open("cpu", 1);
                LanguageModel model = LanguageModel.open(torch, golden.folder(), null);
                EndlessText one = model.begin(new TextWindow(7, 3));
                EndlessText many = model.begin(new TextWindow(7, 3))) {
            float[] all = many.score(ids).likelihoods();
            for (int i = 0; i + 1 < ids.length; i++) {
                float[] alone = one.score(Arrays.copyOfRange(ids, i, i + 2)).likelihoods();
                assertEquals(alone[0], all[i], 1e-4, name + " at " + i);
            }
            assertEquals(ids.length - 1, many.length());
        }
    }

    @Test
    void whatIsKeptNeverGrows() throws Exception {
        Golden golden = Golden.family("mistral");
        int[] ids = repeated(golden.texts().get(1).ids(), 500);
        try (Torch torch = Torch.open("cpu", 1);
                LanguageModel model = LanguageModel.open(torch, golden.folder(), null);
                EndlessText text = model.begin(new TextWindow(20, 4))) {
            long bytes = text.bytes();
            List<?> kept = List.copyOf(text.kept());
            int own = model.config().architecture().attention().window().tokens();
            assertTrue(own < 20, "this model's own window is the smaller");
            text.score(ids);
            assertTrue(text.length() > 5 * model.config().maxPositions(), "far beyond what the model knows");
            assertEquals(bytes, text.bytes());
            assertEquals(kept, text.kept());
            assertEquals(own, text.kept().get(0).getShape().get(2), "the smaller window counts");
        }
    }

    @Test
    void morePlacesThanPositionsAreRefused() throws Exception {
        try (Torch torch = Torch.open("cpu", 1);
                LanguageModel model =
                        LanguageModel.open(torch, Golden.family("llama").folder(), null)) {
            int most = model.config().maxPositions();
            Failure failure = assertThrows(Failure.class, () -> model.begin(new TextWindow(most - 3, 4)));
            assertTrue(failure.what().contains(String.valueOf(most)), failure.what());
            assertThrows(Failure.class, () -> model.begin(new TextWindow(0, 4)));
            model.begin(new TextWindow(most - 4, 4)).close();
        }
    }

    private static int[] repeated(int[] ids, int length) {
        return IntStream.range(0, length).map(i -> ids[i % ids.length]).toArray();
    }

    private static int[] ints(JsonNode list) {
        return IntStream.range(0, list.size()).map(i -> list.get(i).asInt()).toArray();
    }

    private static float[] floats(JsonNode list) {
        float[] numbers = new float[list.size()];
        for (int i = 0; i < numbers.length; i++) {
            numbers[i] = (float) list.get(i).asDouble();
        }
        return numbers;
    }

    private static void assertClose(String what, float[] expected, float[] actual) {
        assertEquals(expected.length, actual.length);
        double largest = 0;
        for (int i = 0; i < actual.length; i++) {
            largest = Math.max(largest, Math.abs(expected[i] - actual[i]));
        }
        assertEquals(0, largest, CLOSE, what);
    }
}
