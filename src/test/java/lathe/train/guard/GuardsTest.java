package lathe.train.guard;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.djl.ndarray.NDArray;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import lathe.model.layout.Slot;
import lathe.program.Tensors;
import lathe.program.Torch;
import lathe.recipe.GuardSettings;
import lathe.run.Event;
import lathe.run.Failure;
import lathe.run.RunContext;
import lathe.run.StopRequest;
import org.junit.jupiter.api.Test;

class GuardsTest {
    private final List<Event> events = new ArrayList<>();
    private final RunContext context = new RunContext() {
        @Override
        public StopRequest stopRequest() {
            return StopRequest.NONE;
        }

        @Override
        public void emit(Event event) {
            events.add(event);
        }
    };

    @Test
    void aLossThatStaysZeroEndsTheStage() throws Failure {
        LossGuard guard = new LossGuard("train.0", context);
        for (int step = 1; step < 20; step++) {
            guard.take(step, 0, 1e-3);
        }
        guard.take(20, 0.5, 1e-3);
        for (int step = 21; step < 40; step++) {
            guard.take(step, 0, 1e-3);
        }
        Failure failure = assertThrows(Failure.class, () -> guard.take(40, 0, 1e-3));
        assertTrue(failure.what().contains("exactly 0"), failure.describe());
        assertFalse(failure.mend().isEmpty());
    }

    @Test
    void aFlatLossIsToldOnce() throws Failure {
        LossGuard guard = new LossGuard("train.0", context);
        for (int step = 1; step < 300; step++) {
            guard.take(step, 2.5, 1e-3);
        }
        assertEquals(1, events.size());
        assertTrue(events.get(0).toString().contains("has not moved"), events.toString());
    }

    @Test
    void aFallingLossIsNotFlat() throws Failure {
        LossGuard guard = new LossGuard("train.0", context);
        for (int step = 1; step < 300; step++) {
            guard.take(step, 2.5 - 1e-6 * step, 1e-3);
        }
        assertEquals(List.of(), events);
    }

    @Test
    void anAdapterThatDoesNotMoveIsNamed() throws Exception {
        List<Slot> slots = List.of(
                new Slot("q.lora_A.weight", Slot.Kind.LINEAR, 2, 3),
                new Slot("q.lora_B.weight", Slot.Kind.LINEAR, 3, 2),
                new Slot("v.lora_A.weight", Slot.Kind.LINEAR, 2, 3),
                new Slot("v.lora_B.weight", Slot.Kind.LINEAR, 3, 2));
        try (Torch torch = Torch.open("cpu", 1)) {
            NDArray zero = Tensors.zeros(torch.manager(), 3, 2);
            NDArray moved = Tensors.create(torch.manager(), new float[] {0, 0, 0, -1e-9f, 0, 0}, 3, 2);

            Failure failure = assertThrows(Failure.class, () -> look(slots, List.of(moved, zero, moved, zero)));
            assertTrue(failure.what().contains("q.lora_B.weight, v.lora_B.weight"), failure.describe());
            assertEquals("train.1.lora.targets", failure.where());

            look(slots, List.of(moved, moved, moved, zero));
            assertEquals(1, events.size());
            assertTrue(events.get(0).toString().contains("1 of 2 B are still zero: v.lora_B"), events.toString());

            look(slots, List.of(zero, moved, zero, moved));
            assertEquals(1, events.size());
        }
    }

    private void look(List<Slot> slots, List<NDArray> parameters) throws Failure {
        AdapterGuard guard = new AdapterGuard("train.1", context);
        for (int i = 0; i < 10; i++) {
            if (guard.isDue()) {
                guard.look(slots, parameters);
            }
        }
    }

    @Test
    void evaluationsThatDoNotGetBetterEndTheStage() {
        EarlyStopping stopping = new EarlyStopping(new GuardSettings(2, 0.1, false, true), null, 0);
        assertTrue(stopping.take(0, 5));
        assertTrue(stopping.take(10, 4));
        assertFalse(stopping.take(20, 3.95), "not lower by the threshold");
        assertFalse(stopping.isOver());
        EarlyStopping resumed =
                new EarlyStopping(new GuardSettings(2, 0.1, false, true), stopping.best(), stopping.worse());
        assertFalse(resumed.take(30, 4.5));
        assertTrue(resumed.isOver());
        assertEquals(new EarlyStopping.Best(10, 4), resumed.best());
    }

    @Test
    void anEvaluationThatIsNotFiniteIsNeverTheBest() {
        EarlyStopping stopping = new EarlyStopping(new GuardSettings(2, 0, false, true), null, 0);
        assertFalse(stopping.take(0, Double.NaN));
        assertTrue(stopping.take(10, 4));
        assertFalse(stopping.take(20, Double.NaN));
        assertFalse(stopping.take(30, Double.POSITIVE_INFINITY));
        assertTrue(stopping.isOver());
        assertEquals(new EarlyStopping.Best(10, 4), stopping.best());
    }

    @Test
    void whatDoesNotFitIsNotWritten() throws Exception {
        Path folder = Path.of("target/none/such");
        DiskBudget disk = new DiskBudget(path -> 10L << 20);
        assertDoesNotThrow(() -> disk.check(folder, 9L << 20));
        Failure failure = assertThrows(Failure.class, () -> disk.check(folder, 100L << 20));
        assertEquals(Failure.Kind.RESOURCES, failure.kind());
        assertEquals("The next checkpoint needs 101 MiB, the disk has 10 MiB", failure.what());
        assertTrue(failure.mend().get(0).startsWith("free 91 MiB"), failure.describe());

        disk.warn(folder, 4L << 20, 2, "train.0.keep", context);
        assertEquals(List.of(), events);
        disk.warn(folder, 4L << 20, 3, "train.0.keep", context);
        assertEquals(1, events.size());
    }
}
