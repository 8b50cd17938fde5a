package lathe.train;

import static org.junit.jupiter.api.Assertions.assertEquals;

import ai.djl.ndarray.NDArray;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import lathe.data.StageData;
import lathe.model.Golden;
import lathe.model.adapter.AdapterFolder;
import lathe.model.adapter.LoraAdapter;
import lathe.model.arch.ModelConfig;
import lathe.model.file.ModelFolder;
import lathe.model.layout.ModelLayout;
import lathe.model.script.Arithmetic;
import lathe.model.text.TokenRow;
import lathe.program.TensorType;
import lathe.program.Torch;
import lathe.recipe.MixSettings;
import lathe.recipe.TrainStage;
import lathe.train.optimizer.AdamW;
import lathe.train.optimizer.LearningRate;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Losses and gradient norms of 20 steps against transformers and PEFT, fp32. */
class GoldenStepsTest {
    private static final double RELATIVE = 1e-4;

    @ParameterizedTest
    @CsvSource({"tied, 1", "tied, 2", "untied, 1", "untied, 4"})
    void fullTrainingFollowsTransformers(String name, int microBatches) throws Exception {
        Golden golden = Golden.of(name);
        try (Torch torch = Torch.open("cpu", 1)) {
            ModelConfig config = ModelFolder.config(golden.folder());
            Trainee trainee = Trainee.full(
                    torch,
                    config,
                    ModelFolder.weights(torch, golden.folder(), TensorType.F32),
                    Arithmetic.plain(TensorType.F32));
            follow(golden, "full", trainee, microBatches);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"tied", "untied"})
    void loraFollowsPeft(String name) throws Exception {
        Golden golden = Golden.of(name);
        try (Torch torch = Torch.open("cpu", 1)) {
            ModelLayout layout = ModelLayout.of(ModelFolder.config(golden.folder()));
            Trainee trainee = Trainee.lora(
                    torch,
                    ModelFolder.weights(torch, golden.folder(), TensorType.F32),
                    AdapterFolder.read(torch, golden.adapter(), layout),
                    Arithmetic.plain(TensorType.F32));
            follow(golden, "lora", trainee, 2);
        }
    }

    static List<String> adaptedFamilies() throws IOException {
        return Golden.adaptedFamilies();
    }

    @ParameterizedTest
    @MethodSource("adaptedFamilies")
    void everyFamilyTrainsAsInThePeers(String name) throws Exception {
        everyFamily(name, Arithmetic.plain(TensorType.F32));
    }

    @ParameterizedTest
    @MethodSource("adaptedFamilies")
    void everyFamilyTrainsAsInThePeersWhenLayersAreComputedAgain(String name) throws Exception {
        everyFamily(name, Arithmetic.plain(TensorType.F32).recomputing());
    }

    private static void everyFamily(String name, Arithmetic arithmetic) throws Exception {
        Golden golden = Golden.family(name);
        try (Torch torch = Torch.open("cpu", 1)) {
            ModelConfig config = ModelFolder.config(golden.folder());
            List<NDArray> weights = ModelFolder.weights(torch, golden.folder(), TensorType.F32);
            LoraAdapter adapter = AdapterFolder.read(torch, golden.adapter(), ModelLayout.of(config));
            follow(golden, "lora", Trainee.lora(torch, weights, adapter, arithmetic), 2);
            follow(golden, "full", Trainee.full(torch, config, weights, arithmetic), 2);
        }
    }

    @ParameterizedTest
    @MethodSource("adaptedFamilies")
    void everyFamilyTrainsInShorterNumbersNearly(String name) throws Exception {
        Golden golden = Golden.family(name);
        try (Torch torch = Torch.open("cpu", 1)) {
            ModelConfig config = ModelFolder.config(golden.folder());
            List<NDArray> masters = ModelFolder.weights(torch, golden.folder(), TensorType.F32);
            List<NDArray> weights = ModelFolder.weights(torch, golden.folder(), TensorType.BF16);
            LoraAdapter adapter = AdapterFolder.read(torch, golden.adapter(), ModelLayout.of(config));
            first(golden, "lora", Trainee.lora(torch, weights, adapter, Arithmetic.plain(TensorType.BF16)));
            first(golden, "full", Trainee.full(torch, config, masters, Arithmetic.plain(TensorType.BF16)));
        }
    }

    private static void first(Golden golden, String method, Trainee trainee) throws Exception {
        StepRunner.Outcome outcome =
                runner(golden, trainee).run(0, split(golden.steps().get(0), 2));
        double loss = golden.doubles(method + "_losses")[0];
        double norm = golden.doubles(method + "_norms")[0];
        assertEquals(loss, outcome.loss(), 0.05 * loss, method + " loss");
        assertEquals(norm, outcome.norm(), 0.2 * norm, method + " norm");
    }

    private static StepRunner runner(Golden golden, Trainee trainee) throws Exception {
        LearningRate constant =
                new LearningRate(golden.setting("learning_rate"), TrainStage.Schedule.CONSTANT, 0, 0, 20);
        AdamW optimizer = AdamW.zero(trainee.torch(), trainee.parameters());
        return new StepRunner(trainee, optimizer, request(golden), constant);
    }

    static void follow(Golden golden, String method, Trainee trainee, int microBatches) throws Exception {
        StepRunner runner = runner(golden, trainee);
        double[] losses = golden.doubles(method + "_losses");
        double[] norms = golden.doubles(method + "_norms");
        for (int i = 0; i < losses.length; i++) {
            List<TokenRow> rows = golden.steps().get(i);
            StepRunner.Outcome outcome = runner.run(i, split(rows, microBatches));
            assertEquals(losses[i], outcome.loss(), RELATIVE * losses[i], method + " loss of step " + i);
            assertEquals(norms[i], outcome.norm(), 10 * RELATIVE * norms[i], method + " norm of step " + i);
        }
    }

    private static List<List<TokenRow>> split(List<TokenRow> rows, int parts) {
        int each = rows.size() / parts;
        return java.util.stream.IntStream.range(0, parts)
                .mapToObj(i -> rows.subList(i * each, (i + 1) * each))
                .toList();
    }

    private static TrainRequest request(Golden golden) throws Exception {
        double ratio = Math.max(1, golden.setting("loraplus_lr_ratio"));
        TrainStage stage = Stages.stage(TrainStage.Method.LORA)
                .decay(golden.setting("weight_decay"))
                .lora(Stages.lora("{r: 3, alpha: 7, dropout: 0, loraplus-lr-ratio: " + ratio + "}"))
                .build();
        Path none = Path.of("unused");
        MixSettings.Order order =
                new MixSettings.Order(MixSettings.Order.By.NONE, MixSettings.Order.Direction.ASCENDING);
        TrainRequest.Start start = new TrainRequest.Start.Folder(golden.folder());
        return new TrainRequest(stage, 0, 42, new StageData(none), order, start, none, none, "cpu", 1, false);
    }
}
