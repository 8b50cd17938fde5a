package lathe.train;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.djl.ndarray.NDArray;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.function.UnaryOperator;
import lathe.program.TensorType;
import lathe.program.Torch;
import lathe.recipe.GuardSettings;
import lathe.recipe.LossSettings;
import lathe.recipe.TrainStage;
import lathe.run.Event;
import lathe.run.Failure;
import lathe.run.RunCancelledException;
import lathe.run.RunContext;
import lathe.run.StepMetrics;
import lathe.train.guard.DiskBudget;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What ends a whole stage, and what is left then. */
class StageGuardsTest {
    private static final GuardSettings PATIENT = new GuardSettings(2, 0, false, true);

    private final Path folder;
    private final TinyStage tiny;

    StageGuardsTest(@TempDir Path folder) throws Exception {
        this.folder = folder;
        tiny = new TinyStage(folder);
    }

    /** A rate at which a tiny model soon knows its sentences by heart, and others ever less. */
    private static TrainStage overfitting() {
        return Stages.stage(TrainStage.Method.FULL)
                .rate(0.1)
                .steps(60L)
                .every(4, 3)
                .guards(PATIENT)
                .build();
    }

    @Test
    void risingEvaluationsEndTheStageWithItsBestWeights() throws Exception {
        Recorder recorder = new Recorder();
        Path result = Trainer.run(tiny.request("run", overfitting(), false), recorder);

        StepMetrics last = recorder.metrics().get(recorder.metrics().size() - 1);
        StepMetrics best = recorder.metrics().stream()
                .filter(step -> step.evalLoss() != null)
                .min(Comparator.comparing(Recorder::evalLoss))
                .orElseThrow();
        assertTrue(last.step() < 60, "it ended early: " + last.step());
        assertEquals(best.step() + 8, last.step());
        assertTrue(recorder.warnings().contains("ended early, at step " + last.step()), recorder.warnings());
        assertEquals(Recorder.evalLoss(best), evaluated(result), 1e-6);
    }

    /** The loss of a model on the held-out sentences. */
    private double evaluated(Path model) throws Exception {
        TrainStage one = Stages.stage(TrainStage.Method.FULL).steps(1L).build();
        TrainRequest own = tiny.request("again", one, false);
        TrainRequest request = new TrainRequest(
                one,
                0,
                42,
                own.data(),
                own.order(),
                new TrainRequest.Start.Folder(model),
                own.tokenizer(),
                own.run(),
                "cpu",
                1,
                false);
        Recorder recorder = new Recorder();
        Trainer.run(request, recorder);
        return Recorder.evalLoss(recorder.metrics().get(0));
    }

    @Test
    void aStoppedStageKnowsItsBestWeightsWhenItGoesOn() throws Exception {
        Recorder whole = new Recorder();
        Path undisturbed = Trainer.run(tiny.request("whole", overfitting(), false), whole);
        long end = whole.metrics().get(whole.metrics().size() - 1).step();

        // between the best evaluation and the end
        Recorder first = new Recorder().saveAfter(end - 3);
        assertThrows(RunCancelledException.class, () -> Trainer.run(tiny.request("cut", overfitting(), false), first));
        Path resumed = Trainer.run(tiny.request("cut", overfitting(), true), new Recorder());

        assertArrayEquals(
                Files.readAllBytes(undisturbed.resolve("model.safetensors")),
                Files.readAllBytes(resumed.resolve("model.safetensors")));
    }

    @Test
    void aFullDiskIsToldBeforeAnythingIsWritten() throws Exception {
        TrainStage stage = Stages.stage(TrainStage.Method.FULL).build();
        Recorder recorder = new Recorder();
        Failure failure = assertThrows(
                Failure.class,
                () -> run(
                        stage,
                        recorder,
                        new StageLoop.Outside(new DiskBudget(path -> 1000), UnaryOperator.identity())));

        assertEquals(Failure.Kind.RESOURCES, failure.kind());
        assertTrue(failure.what().contains("checkpoint needs"), failure.describe());
        assertTrue(recorder.warnings().contains("checkpoints will need"), recorder.warnings());
        assertFalse(Files.exists(folder.resolve("run/checkpoints")));
    }

    @Test
    void aLostDeviceLeavesACheckpointOfTheStepBefore() throws Exception {
        TrainStage stage =
                Stages.stage(TrainStage.Method.FULL).batch(2, 1).every(0, 0).build();
        Recorder recorder = new Recorder();
        Failure failure = assertThrows(
                Failure.class,
                () -> run(
                        stage,
                        recorder,
                        new StageLoop.Outside(
                                DiskBudget.OF_THE_DISK,
                                device -> Tiny.failing(device, 6, "CUDA error: device-side assert triggered\nmore"))));

        assertEquals("The device was lost at step 6: CUDA error: device-side assert triggered", failure.what());
        assertTrue(failure.safe().contains("checkpoint of step 5"), failure.describe());
        assertTrue(Files.exists(folder.resolve("run/checkpoints/stage-0-step-5/state.json")));
    }

    @Test
    void anAdapterWithoutAGradientEndsTheStageWithACheckpoint() throws Exception {
        TrainRequest request = tiny.request(
                "run", Stages.stage(TrainStage.Method.LORA).every(0, 0).build(), false);
        UnaryOperator<Gradients.Backward> still = device -> (scope, batch, seed, scale) -> {
            List<NDArray> found = device.run(scope, batch, seed, scale);
            found.subList(1, found.size()).forEach(gradient -> gradient.muli(0));
            return found;
        };
        Failure failure = assertThrows(Failure.class, () -> {
            try (Torch torch = Torch.open("cpu", 1)) {
                Trainee trainee = Tiny.trainee(torch, TrainStage.Method.LORA, TensorType.F32, LossSettings.PLAIN);
                trainee.parameters().forEach(matrix -> matrix.muli(0));
                StageLoop.Outside outside = new StageLoop.Outside(DiskBudget.OF_THE_DISK, still);
                new StageLoop(request, StageInput.of(request, new Recorder()), new Recorder(), outside).run(trainee);
            }
        });

        assertTrue(failure.what().contains("every B is still zero: base_model.model."), failure.describe());
        assertTrue(failure.safe().contains("checkpoint of step 3"), failure.describe());
        assertTrue(Files.exists(folder.resolve("run/checkpoints/stage-0-step-3/state.json")));
    }

    @Test
    void otherErrorsOfTheDeviceAreNotHidden() throws Exception {
        TrainStage stage = Stages.stage(TrainStage.Method.FULL).build();
        assertThrows(
                ai.djl.engine.EngineException.class,
                () -> run(
                        stage,
                        new Recorder(),
                        new StageLoop.Outside(
                                DiskBudget.OF_THE_DISK, device -> Tiny.failing(device, 2, "shape mismatch"))));
    }

    @Test
    void aResumedStageGoesOnWithTheMicroBatchesThatFitted() throws Exception {
        TrainStage stage =
                Stages.stage(TrainStage.Method.FULL).batch(4, 1).every(5, 4).build();
        UnaryOperator<Gradients.Backward> small = device -> Tiny.small(device, 20);
        Recorder whole = new Recorder();
        run(stage, whole, new StageLoop.Outside(DiskBudget.OF_THE_DISK, small));
        assertTrue(whole.warnings().contains("Memory ran out at step 1"), whole.warnings());
        Files.move(folder.resolve("run"), folder.resolve("whole"));

        Recorder first = new Recorder().saveAfter(6);
        StageLoop.Outside outside = new StageLoop.Outside(DiskBudget.OF_THE_DISK, small);
        assertThrows(RunCancelledException.class, () -> run(stage, first, outside));
        Recorder second = new Recorder();
        run(tiny.request("run", stage, true), second, outside);

        assertTrue(second.events().contains(new Event.Resumed(0, 6)));
        assertEquals("", second.warnings());
        assertEquals(whole.losses().subList(7, 13), second.losses());
    }

    private void run(TrainStage stage, RunContext context, StageLoop.Outside outside) throws Exception {
        run(tiny.request("run", stage, false), context, outside);
    }

    private static void run(TrainRequest request, RunContext context, StageLoop.Outside outside) throws Exception {
        try (Torch torch = Torch.open("cpu", 1)) {
            Trainee trainee = Tiny.trainee(torch, request.stage().method(), TensorType.F32, LossSettings.PLAIN);
            new StageLoop(request, StageInput.of(request, context), context, outside).run(trainee);
        }
    }
}
