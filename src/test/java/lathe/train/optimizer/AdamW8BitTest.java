package lathe.train.optimizer;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import lathe.program.Arguments;
import lathe.program.Program;
import lathe.program.ProgramText;
import lathe.program.Tensors;
import lathe.program.Torch;
import lathe.run.Json;
import org.junit.jupiter.api.Test;

/** AdamW in 8 bits against bitsandbytes' own PyTorch form ({@code src/peers/golden_adamw8.py}). */
class AdamW8BitTest {
    private static final Path GOLDEN = Path.of("src/test/resources/golden/adamw8.json");
    /** Codes that may be a neighbour's for a rounding of their number. */
    private static final int NEIGHBOURS = 3;

    @Test
    void theMapsAreThePeers() throws Exception {
        JsonNode golden = Json.parse(Files.readString(GOLDEN));
        assertArrayEquals(floats(golden.path("signed")), DynamicMap.signed(), 1e-7f);
        assertArrayEquals(floats(golden.path("unsigned")), DynamicMap.unsigned(), 1e-7f);
    }

    @Test
    void parametersCodesAndScalesAreThePeers() throws Exception {
        JsonNode golden = Json.parse(Files.readString(GOLDEN));
        JsonNode set = golden.path("settings");
        int n = golden.path("numbers").asInt();
        try (Torch torch = Torch.open("cpu", 1);
                Program program = torch.load(ProgramText.of(java.util.Map.of())
                        .with("adamw", "adamw_8bit")
                        .build());
                NDManager scope = torch.manager().newSubManager()) {
            NDArray p = Tensors.create(scope, start(n), n);
            Moments.Blocks moments = (Moments.Blocks) Moments.zero(scope, p, true);
            NDArray signed = Tensors.create(scope, DynamicMap.signed(), DynamicMap.CODES);
            NDArray unsigned = Tensors.create(scope, DynamicMap.unsigned(), DynamicMap.CODES);
            int step = 0;
            for (JsonNode expected : golden.path("steps")) {
                Arguments arguments = Arguments.of()
                        .tensor(p)
                        .tensor(Tensors.create(scope, gradient(n, step), n))
                        .tensor(moments.first())
                        .tensor(moments.firstLargest())
                        .tensor(moments.second())
                        .tensor(moments.secondLargest())
                        .tensor(signed)
                        .tensor(unsigned)
                        .ints(++step)
                        .floats(
                                set.path("rate").asDouble(),
                                set.path("beta1").asDouble(),
                                set.path("beta2").asDouble(),
                                set.path("epsilon").asDouble(),
                                set.path("decay").asDouble(),
                                set.path("factor").asDouble());
                program.call("update_8bit", scope, arguments);
                assertArrayEquals(floats(expected.path("p")), every(p.toFloatArray(), 41), 1e-5f);
                assertScales(floats(expected.path("m_max")), moments.firstLargest());
                assertScales(floats(expected.path("v_max")), moments.secondLargest());
                assertCodes(expected.path("m"), moments.first());
                assertCodes(expected.path("v"), moments.second());
            }
        }
    }

    private static void assertScales(float[] expected, NDArray found) {
        float[] scales = found.toFloatArray();
        for (int i = 0; i < scales.length; i++) {
            assertEquals(expected[i], scales[i], 1e-5f * expected[i], "block " + i);
        }
    }

    private static void assertCodes(JsonNode expected, NDArray found) {
        byte[] codes = found.toByteArray();
        int other = 0;
        for (int i = 0; i < expected.size(); i++) {
            int away = Math.abs(expected.path(i).asInt() - (codes[i * 13] & 0xFF));
            assertTrue(away <= 1, "code " + i * 13);
            other += away;
        }
        assertTrue(other <= NEIGHBOURS, other + " codes of " + expected.size() + " are a neighbour's");
    }

    private static float[] start(int n) {
        float[] numbers = new float[n];
        for (int i = 0; i < n; i++) {
            numbers[i] = (float) Math.sin(i * 0.37);
        }
        return numbers;
    }

    private static float[] gradient(int n, int step) {
        float[] numbers = new float[n];
        for (int i = 0; i < n; i++) {
            boolean still = i >= 512 && i < 768;
            numbers[i] = still ? 0 : (float) (Math.cos(i * (0.11 + 0.07 * step)) * Math.exp(-(i % 97) / 9.0));
        }
        return numbers;
    }

    private static float[] every(float[] all, int stride) {
        float[] some = new float[(all.length + stride - 1) / stride];
        for (int i = 0; i < some.length; i++) {
            some[i] = all[i * stride];
        }
        return some;
    }

    private static float[] floats(JsonNode list) {
        float[] numbers = new float[list.size()];
        for (int i = 0; i < numbers.length; i++) {
            numbers[i] = (float) list.path(i).asDouble();
        }
        return numbers;
    }

    @Test
    void onlyLargeTensorsAreInBlocks() throws Exception {
        try (Torch torch = Torch.open("cpu", 1)) {
            List<NDArray> parameters =
                    List.of(Tensors.zeros(torch.manager(), 64, 63), Tensors.zeros(torch.manager(), 64, 64));
            AdamW optimizer = AdamW.zero(torch, parameters, new AdamW.Kept(true, false));
            assertTrue(optimizer.moments().get(0) instanceof Moments.Full);
            assertTrue(optimizer.moments().get(1) instanceof Moments.Blocks);
        }
    }
}
