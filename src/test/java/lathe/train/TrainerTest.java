package lathe.train;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.LongStream;
import lathe.model.TinyModel;
import lathe.model.file.ModelFolder;
import lathe.recipe.TrainStage;
import lathe.run.Event;
import lathe.run.Failure;
import lathe.run.RunCancelledException;
import lathe.run.RunContext;
import lathe.run.StepMetrics;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Whole stages on a tiny model. */
class TrainerTest {
    private final Path folder;
    private final TinyStage tiny;

    TrainerTest(@TempDir Path folder) throws Exception {
        this.folder = folder;
        tiny = new TinyStage(folder);
    }

    @Test
    void pretrainingLearnsAndWritesAModel() throws Exception {
        Recorder recorder = new Recorder();
        TrainStage stage = Stages.stage(TrainStage.Method.FULL).steps(30L).build();
        Path result = Trainer.run(tiny.request("run", stage, false), recorder);

        List<StepMetrics> metrics = recorder.metrics();
        assertEquals(
                LongStream.rangeClosed(0, 30).boxed().toList(),
                metrics.stream().map(StepMetrics::step).toList());
        double start = Recorder.evalLoss(metrics.get(0));
        double end = Recorder.evalLoss(metrics.get(30));
        assertEquals(Math.log(TinyModel.VOCAB), start, 0.2);
        assertTrue(end < 0.8 * start, start + " -> " + end);
        assertEquals(TinyModel.VOCAB, ModelFolder.config(result).vocabSize());
        assertTrue(Files.exists(result.resolve("tokenizer.json")));
        assertEquals(List.of("model"), recorder.artifacts("model"));
    }

    @ParameterizedTest
    @EnumSource(TrainStage.Method.class)
    void stoppedAndResumedEqualsUndisturbedToTheBit(TrainStage.Method method) throws Exception {
        TrainStage stage = Stages.stage(method).build();
        Recorder whole = new Recorder();
        Path undisturbed = Trainer.run(tiny.request("whole", stage, false), whole);

        Recorder first = new Recorder().saveAfter(7);
        assertThrows(RunCancelledException.class, () -> Trainer.run(tiny.request("cut", stage, false), first));
        Recorder second = new Recorder();
        Path resumed = Trainer.run(tiny.request("cut", stage, true), second);

        assertTrue(second.events().contains(new Event.Resumed(0, 7)));
        assertEquals(whole.losses().subList(8, 13), second.losses());
        assertSameWeights(undisturbed, resumed, method);
    }

    @Test
    void killedRunResumesFromTheNewestCheckpointThatIsWhole() throws Exception {
        TrainStage stage = Stages.stage(TrainStage.Method.LORA).sft().build();
        Recorder whole = new Recorder();
        Path undisturbed = Trainer.run(tiny.request("whole", stage, false), whole);

        Recorder killed = new Recorder().crashAt(10);
        assertThrows(IllegalStateException.class, () -> Trainer.run(tiny.request("cut", stage, false), killed));
        Path newest = folder.resolve("cut/checkpoints/stage-0-step-8/weights.safetensors");
        byte[] bytes = Files.readAllBytes(newest);
        bytes[bytes.length - 1] ^= 1;
        Files.write(newest, bytes);
        Recorder second = new Recorder();
        Path resumed = Trainer.run(tiny.request("cut", stage, true), second);

        assertTrue(second.events().contains(new Event.Resumed(0, 4)));
        assertTrue(second.warnings().contains("damaged"), second.warnings());
        assertSameWeights(undisturbed, resumed, TrainStage.Method.LORA);
    }

    private static void assertSameWeights(Path one, Path other, TrainStage.Method method) throws IOException {
        String name = method == TrainStage.Method.FULL ? "model.safetensors" : "adapter_model.safetensors";
        assertArrayEquals(Files.readAllBytes(one.resolve(name)), Files.readAllBytes(other.resolve(name)));
    }

    @Test
    void discardingKeepsNothingNew() throws Exception {
        TrainStage stage = Stages.stage(TrainStage.Method.LORA).every(0, 0).build();
        Recorder recorder = new Recorder().discardAfter(3);
        assertThrows(RunCancelledException.class, () -> Trainer.run(tiny.request("run", stage, false), recorder));
        assertFalse(Files.exists(folder.resolve("run/checkpoints")));
    }

    @Test
    void onlyTheLastCheckpointsAreKept() throws Exception {
        TrainStage stage = Stages.stage(TrainStage.Method.LORA).every(0, 3).build();
        Trainer.run(tiny.request("run", stage, false), RunContext.quiet());
        try (var all = Files.list(folder.resolve("run/checkpoints"))) {
            assertEquals(
                    List.of("stage-0-step-12", "stage-0-step-9"),
                    all.map(path -> path.getFileName().toString()).sorted().toList());
        }
    }

    @Test
    void heldOutLossDoesNotDependOnTheBatch() throws Exception {
        double one = startLoss(1);
        assertEquals(one, startLoss(3), 1e-6 * one);
        assertEquals(one, startLoss(8), 1e-6 * one);
    }

    private double startLoss(int batch) throws Exception {
        Recorder recorder = new Recorder();
        TrainStage stage = Stages.stage(TrainStage.Method.LORA)
                .sft()
                .batch(batch, 1)
                .steps(1L)
                .build();
        Trainer.run(tiny.request("batch" + batch, stage, false), recorder);
        return Recorder.evalLoss(recorder.metrics().get(0));
    }

    @Test
    void divergenceEndsBeforeTheWeightsAreTouchedByIt() throws Exception {
        TrainStage stage =
                Stages.stage(TrainStage.Method.FULL).rate(1e30).every(0, 1).build();
        Failure failure =
                assertThrows(Failure.class, () -> Trainer.run(tiny.request("run", stage, false), RunContext.quiet()));
        assertTrue(failure.what().contains("diverged"), failure.describe());
        assertEquals("train.0.learning-rate", failure.where());
    }

    @Test
    void nothingToLearnIsToldBeforeTheStart() throws Exception {
        tiny.untrained();
        TrainStage stage = Stages.stage(TrainStage.Method.LORA).sft().build();
        Failure failure =
                assertThrows(Failure.class, () -> Trainer.run(tiny.request("run", stage, false), RunContext.quiet()));
        assertTrue(failure.what().contains("No token"), failure.describe());
    }

    @Test
    void contextBeyondDataOrModelIsRefused() throws Exception {
        TrainStage tooLong = Stages.stage(TrainStage.Method.FULL).context(128).build();
        Failure model =
                assertThrows(Failure.class, () -> Trainer.run(tiny.request("run", tooLong, false), RunContext.quiet()));
        assertTrue(model.what().contains("longer than the model's"), model.describe());
        tiny.single();
        TrainStage tooMuch = Stages.stage(TrainStage.Method.FULL).context(64).build();
        Failure data =
                assertThrows(Failure.class, () -> Trainer.run(tiny.request("run", tooMuch, false), RunContext.quiet()));
        assertTrue(data.what().contains("shorter than one row"), data.describe());
    }

    @Test
    void bf16LearnsToo() throws Exception {
        Recorder recorder = new Recorder();
        TrainStage stage = Stages.stage(TrainStage.Method.FULL)
                .precision(TrainStage.Precision.BF16)
                .steps(30L)
                .build();
        Trainer.run(tiny.request("run", stage, false), recorder);
        List<StepMetrics> metrics = recorder.metrics();
        assertTrue(Recorder.evalLoss(metrics.get(30)) < 0.8 * Recorder.evalLoss(metrics.get(0)));
    }

    @Test
    void cutDocumentsAreTold() throws Exception {
        Recorder recorder = new Recorder();
        TrainStage stage = Stages.stage(TrainStage.Method.LORA)
                .sft()
                .context(12)
                .epochs(1.0)
                .build();
        Trainer.run(tiny.request("run", stage, false), recorder);
        assertTrue(recorder.warnings().contains("longer than the context"), recorder.warnings());
    }
}
