package lathe.train;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.djl.ndarray.NDArray;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import lathe.program.TensorType;
import lathe.program.Torch;
import lathe.recipe.LossSettings;
import lathe.recipe.TrainStage;
import lathe.run.Failure;
import lathe.run.RunCancelledException;
import lathe.train.optimizer.AdamW;
import lathe.train.optimizer.LearningRate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Optimizers and precisions with a memory of their own: they learn, and a resumed stage is the undisturbed one. */
class KeptStatesTest {
    private final Path folder;
    private final TinyStage tiny;

    KeptStatesTest(@TempDir Path folder) throws Exception {
        this.folder = folder;
        tiny = new TinyStage(folder);
    }

    private static Stages stage(String kind) {
        Stages stages = Stages.stage(TrainStage.Method.FULL).steps(12L);
        return switch (kind) {
            case "8bit" -> stages.kept(new AdamW.Kept(true, false));
            case "8bit-offload" -> stages.kept(new AdamW.Kept(true, true));
            case "offload" -> stages.kept(new AdamW.Kept(false, true));
            case "fp16" -> stages.precision(TrainStage.Precision.FP16);
            default -> stages.loss(new LossSettings(0.1, 1e-4, 5));
        };
    }

    @ParameterizedTest
    @ValueSource(strings = {"8bit", "8bit-offload", "offload", "fp16", "noise"})
    void stoppedAndResumedEqualsUndisturbedToTheBit(String kind) throws Exception {
        TrainStage stage = stage(kind).build();
        Recorder whole = new Recorder();
        Path undisturbed = Trainer.run(tiny.request("whole", stage, false), whole);

        Recorder first = new Recorder().saveAfter(6);
        assertThrows(RunCancelledException.class, () -> Trainer.run(tiny.request("cut", stage, false), first));
        Recorder second = new Recorder();
        Path resumed = Trainer.run(tiny.request("cut", stage, true), second);

        assertEquals(whole.losses().subList(7, 13), second.losses());
        assertArrayEquals(
                Files.readAllBytes(undisturbed.resolve("model.safetensors")),
                Files.readAllBytes(resumed.resolve("model.safetensors")));
        boolean codes = Files.exists(folder.resolve("cut/checkpoints/stage-0-step-12/moments-8bit.safetensors"));
        assertEquals(kind.startsWith("8bit"), codes);
    }

    @ParameterizedTest
    @ValueSource(strings = {"8bit", "fp16", "noise"})
    void theyLearn(String kind) throws Exception {
        Recorder recorder = new Recorder();
        Trainer.run(tiny.request("run", stage(kind).steps(30L).build(), false), recorder);
        double start = Recorder.evalLoss(recorder.metrics().get(0));
        double end = Recorder.evalLoss(recorder.metrics().get(30));
        assertTrue(end < 0.85 * start, start + " -> " + end);
    }

    @Test
    void anAdapterLearnsBesideWeightsInFp16() throws Exception {
        Recorder recorder = new Recorder();
        TrainStage stage = Stages.stage(TrainStage.Method.LORA)
                .precision(TrainStage.Precision.FP16)
                .steps(30L)
                .build();
        Trainer.run(tiny.request("run", stage, false), recorder);
        double start = Recorder.evalLoss(recorder.metrics().get(0));
        double end = Recorder.evalLoss(recorder.metrics().get(30));
        assertTrue(end < 0.97 * start, start + " -> " + end);
    }

    @Test
    void momentsInMainMemoryMakeTheSameSteps() throws Exception {
        Recorder near = new Recorder();
        Recorder far = new Recorder();
        Trainer.run(tiny.request("near", stage("plain").loss(LossSettings.PLAIN).build(), false), near);
        Trainer.run(tiny.request("far", stage("offload").build(), false), far);
        assertEquals(near.losses(), far.losses());
    }

    @Test
    void inEightBitsItGoesNearlyTheSameWay() throws Exception {
        Recorder exact = new Recorder();
        Recorder coarse = new Recorder();
        Trainer.run(
                tiny.request("exact", stage("plain").loss(LossSettings.PLAIN).build(), false), exact);
        Trainer.run(tiny.request("coarse", stage("8bit").build(), false), coarse);
        assertEquals(
                exact.losses().get(12),
                coarse.losses().get(12),
                0.05 * exact.losses().get(12));
        assertTrue(!exact.losses().equals(coarse.losses()), "one of the two did not do what it was asked");
    }

    @Test
    void fp16TellsItsScaleAndIsNearFp32() throws Exception {
        Recorder half = new Recorder();
        Recorder full = new Recorder();
        Trainer.run(tiny.request("half", stage("fp16").build(), false), half);
        Trainer.run(tiny.request("full", stage("plain").loss(LossSettings.PLAIN).build(), false), full);
        assertNotNull(half.metrics().get(5).lossScale());
        assertEquals(null, full.metrics().get(5).lossScale());
        assertEquals(
                full.losses().get(3), half.losses().get(3), 0.02 * full.losses().get(3));
    }

    @Test
    void anOverflowIsSkippedWithHalfTheScaleUntilNothingIsLeft() throws Exception {
        try (Torch torch = Torch.open("cpu", 1)) {
            Trainee trainee = Tiny.trainee(torch, TrainStage.Method.LORA, TensorType.F32, LossSettings.PLAIN);
            TrainStage stage = stage("fp16").batch(8, 1).build();
            TrainRequest request = tiny.request("run", stage, false);
            Gradients.Backward device = Gradients.Backward.of(trainee, 0);
            // a device whose gradients overflow beyond a scale
            Gradients.Backward weak = (scope, batch, seed, scale) -> {
                List<NDArray> found = device.run(scope, batch, seed, scale);
                if (scale * batch.trainedTokens() > 9000) {
                    found.get(1).muli(Float.POSITIVE_INFINITY);
                }
                return found;
            };
            Recorder recorder = new Recorder();
            StepRunner runner = new StepRunner(
                    new StepRunner.Parts(trainee, AdamW.zero(torch, trainee.parameters()), weak),
                    request,
                    new LearningRate(1e-2, TrainStage.Schedule.CONSTANT, 0, 0, 10),
                    LoopState.start(stage),
                    recorder);
            float[] before = trainee.parameters().get(1).toFloatArray();
            for (int step = 0; step < 3; step++) {
                assertEquals(0, runner.run(step, List.of(Tiny.rows(1))).rate());
            }
            assertArrayEquals(before, trainee.parameters().get(1).toFloatArray());
            assertEquals(0, runner.updates());
            StepRunner.Outcome outcome = runner.run(3, List.of(Tiny.rows(1)));
            assertEquals(8192, runner.scale().value());
            assertEquals(1, runner.updates());
            assertTrue(outcome.norm() > 0 && outcome.norm() < 100, "unscaled: " + outcome.norm());
            assertTrue(recorder.warnings().contains("fp16 overflowed at step 3"), recorder.warnings());
        }
    }

    @Test
    void whatOverflowsAtEveryScaleHasDiverged() throws Exception {
        TrainStage stage = stage("fp16").rate(1).every(0, 0).steps(200L).build();
        TrainRequest request = tiny.request("run", stage, false);
        Failure failure = assertThrows(Failure.class, () -> {
            try (Torch torch = Torch.open("cpu", 1)) {
                Trainee trainee = Tiny.trainee(torch, TrainStage.Method.FULL, TensorType.F32, LossSettings.PLAIN);
                trainee.parameters().get(0).muli(Float.NaN);
                new StageLoop(request, StageInput.of(request, new Recorder()), new Recorder()).run(trainee);
            }
        });
        assertTrue(failure.what().contains("diverged: at step 17"), failure.describe());
    }
}
