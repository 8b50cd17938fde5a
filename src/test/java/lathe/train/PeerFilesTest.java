package lathe.train;

import static lathe.recipe.ModelSettings.Architecture.LLAMA;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import lathe.data.StageData;
import lathe.model.TinyModel;
import lathe.model.adapter.AdapterConfig;
import lathe.model.adapter.AdapterFolder;
import lathe.model.adapter.LoraAdapter;
import lathe.model.arch.ModelConfig;
import lathe.model.file.ModelFolder;
import lathe.model.layout.InitialWeights;
import lathe.model.layout.ModelLayout;
import lathe.model.quant.WeightForm;
import lathe.model.script.Arithmetic;
import lathe.model.script.ModelPrograms;
import lathe.model.text.TokenRow;
import lathe.program.ProgramArchive;
import lathe.program.ProgramText;
import lathe.program.TensorType;
import lathe.program.Torch;
import lathe.recipe.LoraSettings;
import lathe.recipe.MixSettings;
import lathe.recipe.ModelSettings;
import lathe.recipe.TrainStage;
import lathe.run.Failure;
import lathe.run.Json;
import lathe.run.Randoms;
import lathe.train.optimizer.AdamW;
import lathe.train.optimizer.LearningRate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Writes what {@code src/peers/compare_step.py} compares: programs, first weights, batches, and the losses of 20 steps
 * in Java.
 */
class PeerFilesTest {
    private static final Path OUT = Path.of("target/peer");
    private static final int STEPS = 20;
    private static final double RATE = 3e-3;
    private static final ModelConfig SMALL =
            TinyModel.config(new ModelSettings.New(LLAMA, 96, 3, 6, 2, 200, 128, 1e4, 1e-5, true, 0.05), 997);
    private static final ModelConfig SEVEN = TinyModel.config(
            new ModelSettings.New(LLAMA, 4096, 32, 32, 8, 14_336, 8192, 5e5, 1e-5, false, 0.02), 32_000);
    private static final ModelConfig LARGE = TinyModel.config(
            new ModelSettings.New(LLAMA, 2048, 16, 32, 8, 8192, 131_072, 5e5, 1e-5, true, 0.02), 128_256);

    @Test
    void fullTraining(@TempDir Path folder) throws Exception {
        try (Torch torch = Torch.open("cpu", 1)) {
            Path to = files("full", folder, torch);
            Trainee trainee = Trainee.full(
                    torch,
                    SMALL,
                    ModelFolder.weights(torch, to.resolve("model"), TensorType.F32),
                    Arithmetic.plain(TensorType.F32));
            archive(new ModelPrograms(ModelLayout.of(SMALL), null, Arithmetic.plain(TensorType.F32)), to);
            writeLosses(to, trainee);
        }
    }

    @Test
    void lora(@TempDir Path folder) throws Exception {
        try (Torch torch = Torch.open("cpu", 1)) {
            Path to = files("lora", folder, torch);
            AdapterConfig shape = AdapterConfig.lora(4, 8, 0, "all-linear");
            LoraAdapter adapter = TinyModel.adapter(torch, ModelLayout.of(SMALL), shape, 2);
            AdapterFolder.write(to.resolve("adapter"), adapter, Path.of("model"));
            Trainee trainee = Trainee.lora(
                    torch,
                    ModelFolder.weights(torch, to.resolve("model"), TensorType.F32),
                    adapter,
                    Arithmetic.plain(TensorType.F32));
            archive(new ModelPrograms(ModelLayout.of(SMALL), shape, Arithmetic.plain(TensorType.F32)), to);
            writeLosses(to, trainee);
        }
    }

    /** Shapes of models of one and seven billion weights, of which only the programs are written. */
    @Test
    void largeShapes() throws Exception {
        AdapterConfig shape = AdapterConfig.lora(16, 32, 0, "all-linear");
        Arithmetic plain = Arithmetic.plain(TensorType.BF16);
        Arithmetic unequal = new Arithmetic(TensorType.BF16, WeightForm.DENSE, false, true);
        Arithmetic bytes = new Arithmetic(TensorType.BF16, WeightForm.NF4_DOUBLE, true, false);
        for (Map.Entry<String, ModelConfig> model :
                Map.of("1b", LARGE, "7b", SEVEN).entrySet()) {
            ModelLayout layout = ModelLayout.of(model.getValue());
            large(new ModelPrograms(layout, shape, plain), model.getKey() + "-kept");
            large(new ModelPrograms(layout, shape, plain.recomputing()), model.getKey() + "-again");
            large(new ModelPrograms(layout, shape, bytes), model.getKey() + "-nf4");
            large(new ModelPrograms(layout, shape, unequal), model.getKey() + "-packed");
        }
        ProgramArchive.write(ProgramText.of(Map.of()).with("nf4_make").build(), OUT.resolve("large/nf4_make.pt"));
    }

    private static void large(ModelPrograms programs, String name) throws Exception {
        Path to = Files.createDirectories(OUT.resolve("large").resolve(name));
        archive(programs, to);
        assertTrue(Files.size(to.resolve("program.pt")) > 1000);
    }

    private static Path files(String name, Path folder, Torch torch) throws IOException {
        Path to = Files.createDirectories(OUT.resolve(name));
        ModelFolder.write(
                to.resolve("model"), SMALL, InitialWeights.model(torch, SMALL, 1), TinyModel.tokenizer(folder));
        return to;
    }

    private static void archive(ModelPrograms programs, Path to) throws IOException, Failure {
        ProgramText text = programs.training();
        ProgramArchive.write(text, to.resolve("program.pt"));
    }

    private static void writeLosses(Path to, Trainee trainee) throws Exception {
        TrainStage stage = Stages.stage(TrainStage.Method.FULL)
                .lora(LoraSettings.of(4, 8, 0, List.of("all-linear")))
                .build();
        MixSettings.Order order =
                new MixSettings.Order(MixSettings.Order.By.NONE, MixSettings.Order.Direction.ASCENDING);
        TrainRequest.Start start = new TrainRequest.Start.Folder(to);
        TrainRequest request = new TrainRequest(stage, 0, 1, new StageData(to), order, start, to, to, "cpu", 1, false);
        LearningRate rate = new LearningRate(RATE, TrainStage.Schedule.CONSTANT, 0, 0, STEPS);
        StepRunner runner = new StepRunner(trainee, AdamW.zero(trainee.torch(), trainee.parameters()), request, rate);
        ObjectNode json = Json.mapper().createObjectNode();
        json.put("rate", RATE).put("beta1", stage.beta1()).put("beta2", stage.beta2());
        json.put("decay", stage.weightDecay()).put("clip", stage.clip());
        List<Double> losses = new ArrayList<>();
        for (int i = 0; i < STEPS; i++) {
            List<TokenRow> rows = rows(i);
            losses.add(runner.run(i, List.of(rows)).loss());
            json.withArray("steps").add(Json.mapper().valueToTree(rows));
        }
        json.set("losses", Json.mapper().valueToTree(losses));
        Json.write(to.resolve("steps.json"), json);
        assertTrue(losses.get(STEPS - 1) < losses.get(0), losses.toString());
    }

    /** Sentences of a language with a pattern to learn: each token follows from the one before, but for some noise. */
    private static List<TokenRow> rows(int step) {
        java.util.Random random = Randoms.stream(3, "peer", step);
        List<TokenRow> rows = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            int[] ids = new int[20 + random.nextInt(20)];
            boolean[] trained = new boolean[ids.length];
            ids[0] = random.nextInt(50);
            for (int j = 1; j < ids.length; j++) {
                ids[j] = random.nextInt(5) == 0 ? random.nextInt(SMALL.vocabSize()) : (ids[j - 1] * 7 + 3) % 50;
                trained[j] = j > 5;
            }
            rows.add(new TokenRow(ids, trained));
        }
        return rows;
    }
}
