package lathe.generate;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import lathe.model.Golden;
import lathe.model.TinyModel;
import lathe.model.text.LanguageModel;
import lathe.model.text.TextWindow;
import lathe.program.Torch;
import lathe.run.Event;
import lathe.run.Failure;
import lathe.run.RunCancelledException;
import lathe.run.RunContext;
import lathe.run.StopRequest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GeneratorTest {
    private static final RunContext QUIET = RunContext.quiet();

    @Test
    void greedyTextIsThatOfTransformers() throws Exception {
        Golden golden = Golden.of("tied");
        try (Torch torch = Torch.open("cpu", 1);
                LanguageModel model = LanguageModel.open(torch, golden.folder(), null)) {
            int[] prompt = Arrays.copyOf(golden.ints("ids"), 4);
            int[] text = Generator.continueTokens(model, prompt, GenerateOptions.greedy(20), token -> {}, QUIET);
            assertArrayEquals(golden.ints("greedy"), text);
        }
    }

    @Test
    void endOfTextEndsIt() throws Exception {
        Golden golden = Golden.of("tied");
        int[] prompt = Arrays.copyOf(golden.ints("ids"), 4);
        try (Torch torch = Torch.open("cpu", 1);
                LanguageModel model = LanguageModel.open(torch, golden.folder(), null)) {
            int shortest = 60;
            for (int seed = 0; seed < 8; seed++) {
                GenerateOptions hot = GenerateOptions.sampled(60, 3, 1, seed);
                int[] text = Generator.continueTokens(model, prompt, hot, token -> {}, QUIET);
                assertTrue(Arrays.stream(text).noneMatch(model.config().eosIds()::contains));
                shortest = Math.min(shortest, text.length);
            }
            assertTrue(shortest < 60, "of some hundred tokens drawn from few, one ends the text");
            assertThrows(
                    Failure.class,
                    () -> Generator.continueTokens(model, new int[64], GenerateOptions.greedy(1), t -> {}, QUIET));
        }
    }

    @Test
    void piecesJoinToTheTextAndSeedsRepeatIt(@TempDir Path folder) throws Exception {
        Path model = TinyModel.write(folder.resolve("model"));
        try (Generator generator = Generator.open(model, null, "cpu", 1)) {
            GenerateOptions options = GenerateOptions.sampled(20, 1, 0.95, 4);
            List<String> pieces = new ArrayList<>();
            String text = generator.generate("ab", options, pieces::add, QUIET);
            assertEquals(text, String.join("", pieces));
            assertEquals(text, generator.generate("ab", options, piece -> {}, QUIET));
            GenerateOptions other = GenerateOptions.sampled(20, 1, 0.95, 5);
            assertNotEquals(text, generator.generate("ab", other, piece -> {}, QUIET));
            generator.generate("", GenerateOptions.greedy(3), piece -> {}, QUIET);
        }
    }

    @Test
    void textsSideBySideAreThoseThatEachWouldBeAlone(@TempDir Path folder) throws Exception {
        Path model = TinyModel.write(folder.resolve("model"));
        try (Generator generator = Generator.open(model, null, "cpu", 1)) {
            List<int[]> prompts = List.of(new int[] {97, 98}, new int[] {100, 5, 7, 9, 200, 3}, new int[0]);
            for (double temperature : new double[] {0, 1.2}) {
                GenerateOptions options = GenerateOptions.sampled(20, temperature, 0.95, 4)
                        .withRepetitionPenalty(1.1)
                        .withStop(List.of("z"));
                List<String> texts = generator.generateAll(prompts, 3, options, QUIET);
                for (int i = 0; i < prompts.size(); i++) {
                    GenerateOptions own = options.forText(3 + i);
                    assertEquals(generator.generate(prompts.get(i), own, piece -> {}, QUIET), texts.get(i));
                }
                assertEquals(List.of(), generator.generateAll(List.of(), 0, options, QUIET));
            }
        }
    }

    @Test
    void windowLetsTextsGoOnBeyondTheModelsPositions(@TempDir Path folder) throws Exception {
        Path model = TinyModel.write(folder.resolve("model"));
        try (Torch torch = Torch.open("cpu", 1);
                LanguageModel opened = LanguageModel.open(torch, model, null)) {
            int most = opened.config().maxPositions();
            int[] prompt = new int[2 * most];
            GenerateOptions options = GenerateOptions.sampled(most, 1, 1, 8);
            assertThrows(Failure.class, () -> Generator.continueTokens(opened, prompt, options, token -> {}, QUIET));
            GenerateOptions endless = options.withWindow(new TextWindow(most / 2, 4));
            int[] text = Generator.continueTokens(opened, prompt, endless, token -> {}, QUIET);
            assertTrue(text.length > 0);
            GenerateOptions short20 = GenerateOptions.greedy(20);
            assertArrayEquals(
                    Generator.continueTokens(opened, new int[] {1, 2}, short20, token -> {}, QUIET),
                    Generator.continueTokens(
                            opened, new int[] {1, 2}, short20.withWindow(new TextWindow(30, 4)), token -> {}, QUIET));
        }
    }

    @Test
    void adapterChangesTheText(@TempDir Path folder) throws Exception {
        Path model = TinyModel.write(folder.resolve("model"));
        Path adapter = TinyModel.writeAdapter(folder.resolve("adapter"), model);
        try (Generator base = Generator.open(model, null, "cpu", 1);
                Generator tuned = Generator.open(model, adapter, "cpu", 1)) {
            GenerateOptions options = GenerateOptions.sampled(30, 1, 1, 3);
            assertNotEquals(
                    base.generate("ab", options, piece -> {}, QUIET),
                    tuned.generate("ab", options, piece -> {}, QUIET));
        }
    }

    @Test
    void stopsWhenAsked() throws Exception {
        Golden golden = Golden.of("tied");
        RunContext stopped = new RunContext() {
            @Override
            public StopRequest stopRequest() {
                return StopRequest.DISCARD;
            }

            @Override
            public void emit(Event event) {
                throw new AssertionError("nothing to tell: " + event);
            }
        };
        try (Torch torch = Torch.open("cpu", 1);
                LanguageModel model = LanguageModel.open(torch, golden.folder(), null)) {
            assertThrows(
                    RunCancelledException.class,
                    () -> Generator.continueTokens(
                            model, new int[] {1}, GenerateOptions.greedy(9), token -> {}, stopped));
        }
    }
}
