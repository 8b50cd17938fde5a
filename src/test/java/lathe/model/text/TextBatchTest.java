package lathe.model.text;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import lathe.model.Golden;
import lathe.program.Torch;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Texts of unequal lengths side by side, against each alone. */
class TextBatchTest {
    private static final int MORE = 9;
    private static final double CLOSE = 2e-5;

    static List<String> families() throws IOException {
        return Golden.families();
    }

    @ParameterizedTest
    @MethodSource("families")
    void eachTextScoresAsItWouldAlone(String name) throws Exception {
        Golden golden = Golden.family(name);
        int[] ids = golden.texts().get(1).ids();
        List<int[]> prompts = List.of(Arrays.copyOf(ids, 3), Arrays.copyOf(ids, 11), new int[] {ids[5]});
        int[] longest = {3 + MORE, 11 + MORE, 4};
        try (Torch torch = Torch.open("cpu", 1);
                LanguageModel model = LanguageModel.open(torch, golden.folder(), null);
                TextBatch batch = model.begin(prompts, longest)) {
            float[][] scores = batch.begin();
            List<TextState> alone =
                    Arrays.stream(longest).mapToObj(model::begin).toList();
            for (int row = 0; row < 3; row++) {
                assertClose(name, model.advance(alone.get(row), prompts.get(row)), scores[row]);
            }
            for (int i = 0; i < MORE; i++) {
                int[] tokens = {ids[12 + i], ids[3 + i], ids[i]};
                boolean[] grows = {true, true, i < 3};
                scores = batch.advance(tokens, grows);
                for (int row = 0; row < 3; row++) {
                    if (grows[row]) {
                        float[] expected = model.advance(alone.get(row), new int[] {tokens[row]});
                        assertClose(name + " row " + row + " after " + i, expected, scores[row]);
                    }
                }
            }
            alone.forEach(TextState::close);
        }
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
