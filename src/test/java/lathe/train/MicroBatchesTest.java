package lathe.train;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.djl.engine.EngineException;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import java.nio.file.Path;
import java.util.List;
import lathe.model.text.TokenRow;
import lathe.program.TensorType;
import lathe.program.Torch;
import lathe.recipe.GuardSettings;
import lathe.recipe.LoraSettings;
import lathe.recipe.LossSettings;
import lathe.recipe.TrainStage;
import lathe.run.Failure;
import lathe.train.optimizer.AdamW;
import lathe.train.optimizer.LearningRate;
import lathe.train.rows.MicroBatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** A step does not depend on how its rows are put in micro-batches, whether by the recipe or for want of memory. */
class MicroBatchesTest {
    private static final double RELATIVE = 2e-5;

    @TempDir
    Path folder;

    private Torch torch;

    @BeforeEach
    void open() throws Exception {
        torch = Torch.open("cpu", 1);
    }

    @AfterEach
    void close() {
        torch.close();
    }

    private TrainRequest request(int batch, boolean shrinks) throws Exception {
        TrainStage stage = Stages.stage(TrainStage.Method.LORA)
                .batch(batch, 1)
                .guards(new GuardSettings(0, 0, false, shrinks))
                .lora(LoraSettings.of(4, 8, 0, List.of("all-linear")))
                .build();
        return new TinyStage(folder.resolve("tiny")).request("run", stage, false);
    }

    private static LearningRate constant() {
        return new LearningRate(1e-2, TrainStage.Schedule.CONSTANT, 0, 0, 10);
    }

    private Trainee trainee(TrainStage.Method method) throws Exception {
        return Tiny.trainee(torch, method, TensorType.F32, new LossSettings(0.1, 1e-3, 0));
    }

    private static Gradients.Gradient gradient(
            Trainee trainee, TrainRequest request, NDManager scope, List<TokenRow> rows, int parts) {
        Gradients gradients =
                new Gradients(trainee, Gradients.Backward.of(trainee, 0), request, new MicroBatch(8), new Recorder());
        return gradients.of(scope, 0, Tiny.split(rows, parts), 1);
    }

    private static void assertSame(Gradients.Gradient one, Gradients.Gradient other) {
        assertEquals(one.loss(), other.loss(), RELATIVE * one.loss());
        for (int i = 0; i < one.tensors().size(); i++) {
            assertClose(one.tensors().get(i), other.tensors().get(i));
        }
    }

    private static void assertClose(NDArray one, NDArray other) {
        double size = one.norm().getFloat();
        assertEquals(0, one.sub(other).norm().getFloat(), RELATIVE * size + 1e-7);
    }

    @ParameterizedTest
    @EnumSource(TrainStage.Method.class)
    void oneOfEightEqualsEightOfOneEqualsTwoOfFour(TrainStage.Method method) throws Exception {
        List<TokenRow> rows = Tiny.rows(3);
        Trainee trainee = trainee(method);
        TrainRequest request = request(8, true);
        try (NDManager scope = torch.manager().newSubManager()) {
            Gradients.Gradient whole = gradient(trainee, request, scope, rows, 1);
            assertSame(whole, gradient(trainee, request, scope, rows, 8));
            assertSame(whole, gradient(trainee, request, scope, rows, 2));
            assertTrue(whole.loss() > 1);
        }
    }

    @ParameterizedTest
    @CsvSource({"100, 4", "50, 2", "24, 1"})
    void aStepThatRanOutOfMemoryIsTheUndisturbedOne(int tokens, int rowsLeft) throws Exception {
        Trainee undisturbed = trainee(TrainStage.Method.LORA);
        Trainee disturbed = trainee(TrainStage.Method.LORA);
        TrainRequest request = request(8, true);
        Recorder recorder = new Recorder();
        StepRunner large =
                new StepRunner(undisturbed, AdamW.zero(torch, undisturbed.parameters()), request, constant());
        StepRunner small = new StepRunner(
                new StepRunner.Parts(
                        disturbed,
                        AdamW.zero(torch, disturbed.parameters()),
                        Tiny.small(Gradients.Backward.of(disturbed, 0), tokens)),
                request,
                constant(),
                LoopState.start(request.stage()),
                recorder);

        for (int step = 0; step < 3; step++) {
            List<List<TokenRow>> rows = List.of(Tiny.rows(step));
            StepRunner.Outcome expected = large.run(step, rows);
            StepRunner.Outcome found = small.run(step, rows);
            assertEquals(expected.loss(), found.loss(), RELATIVE * expected.loss());
            assertEquals(expected.norm(), found.norm(), 10 * RELATIVE * expected.norm());
        }
        assertEquals(rowsLeft, small.micro().rows());
        assertTrue(recorder.warnings().contains("Memory ran out at step 1"), recorder.warnings());
        assertEquals(8, large.micro().rows());
    }

    @Test
    void aSingleRowThatDoesNotFitEndsTheStep() throws Exception {
        Trainee trainee = trainee(TrainStage.Method.LORA);
        TrainRequest request = request(8, true);
        Gradients gradients = new Gradients(
                trainee, Tiny.small(Gradients.Backward.of(trainee, 0), 5), request, new MicroBatch(8), new Recorder());
        try (NDManager scope = torch.manager().newSubManager()) {
            assertThrows(EngineException.class, () -> gradients.of(scope, 0, List.of(Tiny.rows(1)), 1));
        }
    }

    @Test
    void whoForbidsSmallerBatchesGetsTheError() throws Exception {
        Trainee trainee = trainee(TrainStage.Method.LORA);
        MicroBatch micro = new MicroBatch(8);
        Gradients gradients = new Gradients(
                trainee, Tiny.small(Gradients.Backward.of(trainee, 0), 100), request(8, false), micro, new Recorder());
        try (NDManager scope = torch.manager().newSubManager()) {
            assertThrows(EngineException.class, () -> gradients.of(scope, 0, List.of(Tiny.rows(1)), 1));
        }
        assertEquals(8, micro.rows());
    }

    @Test
    void aStepOfWhichNothingCountsIsSkippedAndSaid() throws Exception {
        Trainee trainee = trainee(TrainStage.Method.LORA);
        float[] before = trainee.parameters().get(1).toFloatArray();
        Recorder recorder = new Recorder();
        TrainRequest request = request(8, true);
        StepRunner runner = new StepRunner(
                new StepRunner.Parts(
                        trainee, AdamW.zero(torch, trainee.parameters()), Gradients.Backward.of(trainee, 0)),
                request,
                constant(),
                LoopState.start(request.stage()),
                recorder);

        StepRunner.Outcome outcome = runner.run(0, Tiny.split(Tiny.masked(Tiny.rows(1)), 2));

        assertEquals(new StepRunner.Outcome(0, 0, 0), outcome);
        assertEquals(0, runner.updates());
        org.junit.jupiter.api.Assertions.assertArrayEquals(
                before, trainee.parameters().get(1).toFloatArray());
        assertTrue(recorder.warnings().contains("No token of step 1"), recorder.warnings());
    }

    @Test
    void aMicroBatchOfWhichNothingCountsAddsNothing() throws Failure, Exception {
        List<TokenRow> rows = Tiny.rows(2).subList(0, 4);
        Trainee trainee = trainee(TrainStage.Method.FULL);
        TrainRequest request = request(8, true);
        try (NDManager scope = torch.manager().newSubManager()) {
            Gradients.Gradient alone = gradient(trainee, request, scope, rows, 1);
            List<TokenRow> both = new java.util.ArrayList<>(Tiny.masked(rows));
            both.addAll(rows);
            Gradients.Gradient beside = gradient(trainee, request, scope, both, 2);
            assertFalse(Double.isNaN(beside.loss()));
            assertSame(alone, beside);
        }
    }
}
