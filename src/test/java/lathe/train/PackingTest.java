package lathe.train;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import lathe.model.Golden;
import lathe.model.file.ModelFolder;
import lathe.model.script.Arithmetic;
import lathe.model.text.TokenBatch;
import lathe.model.text.TokenRow;
import lathe.program.TensorType;
import lathe.program.Torch;
import lathe.recipe.TrainStage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Documents that share a row do not see each other. */
class PackingTest {
    private static final Arithmetic KEPT = Arithmetic.plain(TensorType.F32);

    static List<String> families() throws IOException {
        return Golden.families().stream()
                // their angles follow the longest row of a batch, which packing changes
                .filter(name -> !name.contains("dynamic") && !name.contains("longrope"))
                .toList();
    }

    /** Documents of unequal lengths, some of them longer than the windows of tiny models. */
    private static List<TokenRow> documents(int vocab) {
        return List.of(row(vocab, 1, 9), row(vocab, 2, 14), row(vocab, 3, 2), row(vocab, 4, 11));
    }

    private static TokenRow row(int vocab, int seed, int length) {
        int[] ids = new int[length];
        for (int i = 0; i < length; i++) {
            ids[i] = (seed * 31 + i * 17) % vocab;
        }
        return TokenRow.of(ids);
    }

    private static float[][] gradients(Golden golden, List<TokenRow> rows, Arithmetic arithmetic) throws Exception {
        try (Torch torch = Torch.open("cpu", 1);
                NDManager scope = torch.manager().newSubManager()) {
            Trainee trainee = Trainee.full(
                    torch,
                    ModelFolder.config(golden.folder()),
                    ModelFolder.weights(torch, golden.folder(), TensorType.F32),
                    arithmetic);
            return Gradients.Backward.of(trainee, 0).run(scope, TokenBatch.of(rows), 7, 0.05).stream()
                    .map(NDArray::toFloatArray)
                    .toArray(float[][]::new);
        }
    }

    @ParameterizedTest
    @MethodSource("families")
    void packedEqualsPadded(String name) throws Exception {
        Golden golden = Golden.family(name);
        List<TokenRow> documents = documents(ModelFolder.config(golden.folder()).vocabSize());
        List<TokenRow> packed =
                List.of(TokenRow.joined(documents.subList(0, 3)), TokenRow.joined(documents.subList(3, 4)));
        float[][] padded = gradients(golden, documents, KEPT);
        for (Arithmetic arithmetic : List.of(KEPT, KEPT.recomputing())) {
            float[][] found = gradients(golden, packed, arithmetic);
            assertEquals(padded[0][0], found[0][0], 1e-5f * padded[0][0], "loss");
            for (int i = 1; i < padded.length; i++) {
                assertArrayEquals(padded[i], found[i], 2e-5f, "gradient " + i);
            }
        }
    }

    @Test
    void whatStandsBeforeADocumentChangesNothingInIt() throws Exception {
        Golden golden = Golden.family(families().get(0));
        int vocab = ModelFolder.config(golden.folder()).vocabSize();
        TokenRow first = row(vocab, 1, 9);
        boolean[] none = new boolean[9];
        TokenRow silent = new TokenRow(first.ids(), none);
        TokenRow other = new TokenRow(row(vocab, 8, 9).ids(), none);
        TokenRow last = row(vocab, 4, 11);
        float loss = gradients(golden, List.of(TokenRow.joined(List.of(silent, last))), KEPT)[0][0];
        assertEquals(loss, gradients(golden, List.of(TokenRow.joined(List.of(other, last))), KEPT)[0][0]);
        int[] ids = java.util.stream.IntStream.concat(
                        java.util.Arrays.stream(first.ids()), java.util.Arrays.stream(last.ids()))
                .toArray();
        boolean[] trained = new boolean[20];
        java.util.Arrays.fill(trained, 10, 20, true);
        assertNotEquals(loss, gradients(golden, List.of(new TokenRow(ids, trained)), KEPT)[0][0], "a single document");
    }

    @Test
    void stageTrainsOnPackedRows(@TempDir Path folder) throws Exception {
        TinyStage tiny = new TinyStage(folder);
        TrainStage stage = Stages.stage(TrainStage.Method.LORA)
                .sft()
                .context(60)
                .packing()
                .epochs(1.0)
                .batch(1, 1)
                .build();
        Recorder events = new Recorder();
        Trainer.run(tiny.request("packed", stage, false), events);
        long steps =
                events.metrics().stream().filter(metric -> metric.step() > 0).count();
        // twelve sentences of 13 to 23 tokens
        assertEquals(4, steps);
    }
}
