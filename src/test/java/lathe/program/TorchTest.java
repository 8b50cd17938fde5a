package lathe.program;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.djl.engine.EngineException;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.EnumSet;
import lathe.run.Failure;
import org.junit.jupiter.api.Test;

class TorchTest {

    @Test
    void bytesBecomeNumbersInEveryType() throws Exception {
        try (Torch torch = Torch.open("cpu", 1)) {
            float[] numbers = {1, -2.5f, 0.15625f};
            for (TensorType type : EnumSet.complementOf(EnumSet.of(TensorType.U8))) {
                ByteBuffer bytes = ByteBuffer.allocateDirect(3 * type.bytes()).order(ByteOrder.LITTLE_ENDIAN);
                for (float number : numbers) {
                    int bits = Float.floatToIntBits(number);
                    switch (type) {
                        case F32 -> bytes.putInt(bits);
                        case BF16 -> bytes.putShort((short) (bits >>> 16));
                        case F16 -> bytes.putShort(half(number));
                        case U8 -> throw new AssertionError("left out");
                    }
                }
                NDArray tensor = torch.tensors()
                        .fromBytes(torch.manager(), bytes.flip(), new long[] {1, 3}, type, TensorType.F32);
                assertArrayEquals(numbers, tensor.toFloatArray(), type.name());
                assertArrayEquals(new long[] {1, 3}, tensor.getShape().getShape());
            }
        }
    }

    /** Exact for the few numbers above: sign, five bits of exponent, ten of fraction. */
    private static short half(float number) {
        int bits = Float.floatToIntBits(number);
        int exponent = ((bits >>> 23) & 0xff) - 127 + 15;
        return (short) (((bits >>> 16) & 0x8000) | (exponent << 10) | ((bits >>> 13) & 0x3ff));
    }

    @Test
    void castAndMergeGiveTensorsOfTheirOwn() throws Exception {
        try (Torch torch = Torch.open("cpu", 1);
                NDManager scope = torch.manager().newSubManager()) {
            NDArray w = Tensors.create(scope, new float[] {1, 2, 3, 4}, 2, 2);
            NDArray a = Tensors.create(scope, new float[] {1, 1}, 1, 2);
            NDArray b = Tensors.create(scope, new float[] {1, 2}, 2, 1);
            NDArray merged = torch.tensors().merge(scope, w, a, b, 0.5);
            assertArrayEquals(new float[] {1.5f, 2.5f, 4, 5}, merged.toFloatArray());
            NDArray copy = torch.tensors().cast(scope, w, TensorType.F32);
            copy.muli(0);
            assertArrayEquals(new float[] {1, 2, 3, 4}, w.toFloatArray());
        }
    }

    @Test
    void deviceThatIsNotThereIsNamedWithTheMend() throws Exception {
        Failure unknown = assertThrows(Failure.class, () -> Devices.choose("tpu"));
        assertEquals(3, unknown.kind().exitStatus());
        Failure missing = assertThrows(Failure.class, () -> Devices.choose("cuda:99"));
        assertEquals(4, missing.kind().exitStatus());
        assertTrue(missing.describe().contains("nvidia-smi"), missing.describe());
        assertEquals("cpu", Devices.choose("cpu").name());
    }

    @Test
    void processorIsListedFirstWithItsMemory() throws Exception {
        ComputeDevice first = Devices.list().get(0);
        assertEquals("cpu", first.name());
        assertTrue(first.memoryBytes() > 0);
        assertTrue(Devices.memoryInUse(first) > 0);
    }

    @Test
    void onlyExhaustedMemoryBecomesAFailure() {
        EngineException cuda = new EngineException("\nCUDA out of memory. Tried to allocate 2.00 GiB");
        Failure failure = Torch.outOfMemory(cuda, "train.0.batch", "all is safe", "halve it");
        assertEquals(Failure.Kind.RESOURCES, failure.kind());
        assertEquals("Memory ran out: CUDA out of memory. Tried to allocate 2.00 GiB", failure.what());
        EngineException other = new EngineException("expected a matrix");
        assertSame(other, assertThrows(EngineException.class, () -> Torch.outOfMemory(other, "", "")));
    }

    @Test
    void realExhaustionIsRecognised() throws Exception {
        try (Torch torch = Torch.open("cpu", 1)) {
            EngineException error =
                    assertThrows(EngineException.class, () -> Tensors.zeros(torch.manager(), 1L << 30, 1L << 20));
            assertEquals(4, Torch.outOfMemory(error, "", "").kind().exitStatus());
        }
    }
}
