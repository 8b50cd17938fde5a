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
