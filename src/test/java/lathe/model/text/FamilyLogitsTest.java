package lathe.model.text;

import static org.junit.jupiter.api.Assertions.assertEquals;

import ai.djl.ndarray.NDArray;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import lathe.model.Golden;
import lathe.model.adapter.AdapterFolder;
import lathe.model.adapter.LoraAdapter;
import lathe.model.file.ModelFolder;
import lathe.model.layout.ModelLayout;
import lathe.program.TensorType;
import lathe.program.Torch;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Scores of transformers and PEFT for tiny models of every family and every trait. */
class FamilyLogitsTest {
    private static final double CLOSE = 2e-5;

    static List<String> families() throws IOException {
        return Golden.families();
    }

    static List<String> adaptedFamilies() throws IOException {
        return Golden.adaptedFamilies();
    }

    @ParameterizedTest
    @MethodSource("families")
    void modelScoresAsInTransformers(String name) throws Exception {
        Golden golden = Golden.family(name);
        try (Torch torch = Torch.open("cpu", 1);
                LanguageModel model = LanguageModel.open(torch, golden.folder(), null)) {
            for (Golden.Text text : golden.texts()) {
                assertClose(text.logits(), at(text.positions(), model.logits(text.ids()), model));
            }
        }
    }

    @ParameterizedTest
    @MethodSource("families")
    void textGrowsTokenByTokenToTheSameScores(String name) throws Exception {
        Golden golden = Golden.family(name);
        int[] ids = golden.texts().get(1).ids();
        try (Torch torch = Torch.open("cpu", 1);
                LanguageModel model = LanguageModel.open(torch, golden.folder(), null);
                TextState state = model.begin(ids.length)) {
            float[] scores = model.advance(state, Arrays.copyOf(ids, 9));
            for (int i = 9; i < ids.length; i++) {
                // angles of some ropes depend on how long the text will be
                if (!name.endsWith("dynamic") && !name.endsWith("longrope")) {
                    assertClose(last(model, Arrays.copyOf(ids, i)), scores);
                }
                scores = model.advance(state, new int[] {ids[i]});
            }
            double[] all = golden.texts().get(1).logits();
            assertClose(Arrays.copyOfRange(all, all.length - scores.length, all.length), scores);
        }
    }

    /** That programs hold in other types of numbers; how near is a matter of rounding. */
    @ParameterizedTest
    @MethodSource("families")
    void shorterNumbersScoreNearly(String name) throws Exception {
        Golden golden = Golden.family(name);
        Golden.Text text = golden.texts().get(1);
        ModelLayout layout = ModelLayout.of(ModelFolder.config(golden.folder()));
        for (TensorType type : List.of(TensorType.BF16, TensorType.F16)) {
            try (Torch torch = Torch.open("cpu", 1);
                    LanguageModel model = new LanguageModel(
                            torch, layout, ModelFolder.weights(torch, golden.folder(), type), null, type);
                    TextState state = model.begin(text.ids().length)) {
                assertNear(text.logits(), at(text.positions(), model.logits(text.ids()), model), type);
                model.advance(state, Arrays.copyOf(text.ids(), text.ids().length - 1));
                float[] last = model.advance(state, new int[] {text.ids()[text.ids().length - 1]});
                double[] all = text.logits();
                assertNear(Arrays.copyOfRange(all, all.length - last.length, all.length), last, type);
            }
        }
    }

    private static void assertNear(double[] expected, float[] actual, TensorType type) {
        double size = 0;
        double difference = 0;
        for (int i = 0; i < actual.length; i++) {
            size += Math.abs(expected[i]);
            difference += Math.abs(expected[i] - actual[i]);
        }
        assertEquals(0, difference / size, type == TensorType.BF16 ? 0.1 : 0.02, type.name());
    }

    @ParameterizedTest
    @MethodSource("adaptedFamilies")
    void adapterScoresAsInPeft(String name) throws Exception {
        Golden golden = Golden.family(name);
        Golden.Text text = golden.texts().get(1);
        try (Torch torch = Torch.open("cpu", 1);
                LanguageModel model = LanguageModel.open(torch, golden.folder(), golden.adapter())) {
            assertClose(golden.doubles("adapter_logits"), at(text.positions(), model.logits(text.ids()), model));
        }
    }

    @ParameterizedTest
    @MethodSource("adaptedFamilies")
    void mergedAdapterScoresAsInPeft(String name) throws Exception {
        Golden golden = Golden.family(name);
        Golden.Text text = golden.texts().get(1);
        ModelLayout layout = ModelLayout.of(ModelFolder.config(golden.folder()));
        try (Torch torch = Torch.open("cpu", 1)) {
            LoraAdapter adapter = AdapterFolder.read(torch, golden.adapter(), layout);
            List<NDArray> merged =
                    adapter.mergedInto(torch, ModelFolder.weights(torch, golden.folder(), TensorType.F32));
            try (LanguageModel model = new LanguageModel(torch, layout, merged, null, TensorType.F32)) {
                assertClose(golden.doubles("merged_logits"), at(text.positions(), model.logits(text.ids()), model));
            }
        }
    }

    private static double[] last(LanguageModel model, int[] ids) {
        float[] scores = at(new int[] {ids.length - 1}, model.logits(ids), model);
        double[] wide = new double[scores.length];
        for (int i = 0; i < wide.length; i++) {
            wide[i] = scores[i];
        }
        return wide;
    }

    private static float[] at(int[] positions, float[] scores, LanguageModel model) {
        int vocab = model.config().vocabSize();
        float[] some = new float[positions.length * vocab];
        for (int i = 0; i < positions.length; i++) {
            System.arraycopy(scores, positions[i] * vocab, some, i * vocab, vocab);
        }
        return some;
    }

    private static void assertClose(double[] expected, float[] actual) {
        assertEquals(expected.length, actual.length);
        double largest = 0;
        for (int i = 0; i < actual.length; i++) {
            largest = Math.max(largest, Math.abs(expected[i] - actual[i]));
        }
        assertEquals(0, largest, CLOSE);
    }
}
