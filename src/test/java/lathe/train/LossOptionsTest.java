package lathe.train;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import lathe.model.file.ModelFolder;
import lathe.model.layout.ModelLayout;
import lathe.model.layout.Slot;
import lathe.model.script.Arithmetic;
import lathe.model.text.TokenBatch;
import lathe.model.text.TokenRow;
import lathe.program.TensorType;
import lathe.program.Torch;
import lathe.recipe.LossSettings;
import lathe.recipe.TrainStage;
import lathe.run.Json;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Losses that are not the plain one, and their gradients, against transformers ({@code src/peers/golden_losses.py}).
 */
class LossOptionsTest {
    private static final Path GOLDEN = Path.of("src/test/resources/golden");
    private static final double RELATIVE = 2e-5;

    @ParameterizedTest
    @CsvSource({"tensors/tied", "tensors/untied", "families/gemma2"})
    void smoothingAndZLossAndNoiseAreThePeers(String name) throws Exception {
        JsonNode golden = Json.parse(Files.readString(GOLDEN.resolve("losses.json")));
        JsonNode model = golden.path("models").path(name);
        for (JsonNode values : model.path("cases")) {
            compare(name, rows(model.path("rows")), values, golden.path("seed").asLong());
        }
    }

    private static void compare(String name, List<TokenRow> rows, JsonNode values, long seed) throws Exception {
        LossSettings loss = new LossSettings(
                values.path("smoothing").asDouble(),
                values.path("z").asDouble(),
                values.path("noise").asDouble());
        try (Torch torch = Torch.open("cpu", 1);
                NDManager scope = torch.manager().newSubManager()) {
            Path folder = GOLDEN.resolve(name);
            Trainee trainee = Trainee.full(
                    torch,
                    ModelFolder.config(folder),
                    ModelFolder.weights(torch, folder, TensorType.F32),
                    Arithmetic.plain(TensorType.F32),
                    loss);
            TokenBatch batch = TokenBatch.of(rows);
            List<NDArray> found =
                    Gradients.Backward.of(trainee, 0).run(scope, batch, seed, 1.0 / batch.trainedTokens());
            double expected = values.path("loss").asDouble();
            assertEquals(expected, found.get(0).getFloat(), RELATIVE * expected, name + " " + loss);
            List<Slot> slots = ModelLayout.of(ModelFolder.config(folder)).slots();
            for (int i = 0; i < slots.size(); i++) {
                JsonNode peer = values.path("gradients").path(slots.get(i).name());
                assertGradient(
                        peer, found.get(i + 1).toFloatArray(), slots.get(i).name() + " " + loss);
            }
        }
    }

    private static void assertGradient(JsonNode peer, float[] gradient, String what) {
        double squares = 0;
        double product = 0;
        for (int i = 0; i < gradient.length; i++) {
            squares += (double) gradient[i] * gradient[i];
            product += gradient[i] * Math.cos(i);
        }
        double norm = peer.path(0).asDouble();
        assertTrue(norm > 0, what);
        assertEquals(norm, Math.sqrt(squares), 10 * RELATIVE * norm, what);
        assertEquals(peer.path(1).asDouble(), product, 10 * RELATIVE * norm, what);
    }

    private static List<TokenRow> rows(JsonNode rows) {
        List<TokenRow> made = new ArrayList<>();
        for (JsonNode row : rows) {
            int[] ids = new int[row.path("ids").size()];
            boolean[] trained = new boolean[ids.length];
            for (int i = 0; i < ids.length; i++) {
                ids[i] = row.path("ids").path(i).asInt();
                trained[i] = row.path("trained").path(i).asInt() != 0;
            }
            made.add(new TokenRow(ids, trained));
        }
        return made;
    }

    @Test
    void noiseIsForTrainingOnlyAndFollowsFromTheSeed() throws Exception {
        try (Torch torch = Torch.open("cpu", 1);
                NDManager scope = torch.manager().newSubManager()) {
            LossSettings noisy = new LossSettings(0, 0, 10);
            Trainee plain = Tiny.trainee(torch, TrainStage.Method.LORA, TensorType.F32, LossSettings.PLAIN);
            Trainee noised = Tiny.trainee(torch, TrainStage.Method.LORA, TensorType.F32, noisy);
            TokenBatch batch = TokenBatch.of(Tiny.rows(4));

            float quiet = loss(plain, scope, batch, 7);
            float one = loss(noised, scope, batch, 7);
            float other = loss(noised, scope, batch, 8);
            assertEquals(one, loss(noised, scope, batch, 7));
            assertTrue(Math.abs(one - quiet) > 1e-3 && Math.abs(one - other) > 1e-5, quiet + " " + one + " " + other);
            assertArrayEquals(likelihoods(plain, scope, batch), likelihoods(noised, scope, batch));
        }
    }

    private static float loss(Trainee trainee, NDManager scope, TokenBatch batch, long seed) {
        return Gradients.Backward.of(trainee, 0)
                .run(scope, batch, seed, 1)
                .get(0)
                .getFloat();
    }

    private static float[] likelihoods(Trainee trainee, NDManager scope, TokenBatch batch) {
        return lathe.model.text.LanguageModel.likelihoods(
                trainee.program(),
                trainee.torch(),
                scope,
                batch,
                trainee.weights(),
                trainee.adapterArgument(),
                trainee.layout().config());
    }

    @ParameterizedTest
    @CsvSource({"FULL", "LORA"})
    void chunksOfTheLossMakeNoDifference(TrainStage.Method method) throws Exception {
        try (Torch torch = Torch.open("cpu", 1);
                NDManager scope = torch.manager().newSubManager()) {
            Trainee trainee = Tiny.trainee(torch, method, TensorType.F32, new LossSettings(0.1, 1e-2, 0));
            TokenBatch batch = TokenBatch.of(Tiny.rows(6));
            List<NDArray> whole = Gradients.Backward.of(trainee, 0).run(scope, batch, 1, 1);
            List<NDArray> parts = Gradients.Backward.of(trainee, 0, 7).run(scope, batch, 1, 1);
            for (int i = 0; i < whole.size(); i++) {
                double size = whole.get(i).norm().getFloat();
                assertEquals(0, whole.get(i).sub(parts.get(i)).norm().getFloat(), RELATIVE * size + 1e-9);
            }
        }
    }
}
