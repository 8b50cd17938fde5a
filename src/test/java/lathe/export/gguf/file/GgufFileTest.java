package lathe.export.gguf.file;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import lathe.run.Failure;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GgufFileTest {
    private static final Path PEER = Path.of("src/test/resources/golden/gguf/peer.gguf");
    private static final int VERSION_AT = 4;
    private static final int TENSORS_AT = 8;
    private static final int PAIRS_AT = 16;

    @TempDir
    Path folder;

    @Test
    void valuesOfThePeerAreRead() throws Exception {
        try (GgufFile file = GgufFile.open(PEER)) {
            Map<String, GgufValue> values = file.metadata().values();
            assertEquals(new GgufValue.Whole(ValueType.U8, 200), values.get("a.u8"));
            assertEquals(new GgufValue.Whole(ValueType.I8, -100), values.get("a.i8"));
            assertEquals(new GgufValue.Whole(ValueType.U16, 60_000), values.get("a.u16"));
            assertEquals(new GgufValue.Whole(ValueType.I16, -30_000), values.get("a.i16"));
            assertEquals(new GgufValue.Whole(ValueType.U32, 4_000_000_000L), values.get("a.u32"));
            assertEquals(new GgufValue.Whole(ValueType.I32, -2_000_000_000), values.get("a.i32"));
            assertEquals(new GgufValue.Whole(ValueType.U64, 1L << 40), values.get("a.u64"));
            assertEquals(new GgufValue.Whole(ValueType.I64, -(1L << 40)), values.get("a.i64"));
            assertEquals(new GgufValue.Real(ValueType.F32, 0.1f), values.get("a.f32"));
            assertEquals(new GgufValue.Real(ValueType.F64, 0.1), values.get("a.f64"));
            assertEquals(new GgufValue.Truth(true), values.get("a.bool"));
            assertEquals("磨坊 mill 😀", file.metadata().text("a.text"));
            assertEquals(GgufValue.texts(List.of("one", "", "三")), values.get("a.words"));
            assertEquals(GgufValue.wholes(List.of(1, -2, 3)), values.get("a.numbers"));
        }
    }

    @Test
    void tensorsOfThePeerAreRead() throws Exception {
        try (GgufFile file = GgufFile.open(PEER)) {
            assertEquals(
                    List.of("f32", "f16", "bf16", "q8_0", "q4_0"),
                    List.copyOf(file.tensors().keySet()));
            for (TensorInfo tensor : file.tensors().values()) {
                assertEquals(List.of(4L, 32L), tensor.shape());
                float[] row = new float[32];
                file.rows(tensor).read(2, row);
                assertEquals(3, row[0], tensor.type() == GgufType.Q4_0 ? 0.5 : 0.04, tensor.name());
            }
        }
    }

    private Path written() throws Exception {
        Map<String, GgufValue> metadata = new LinkedHashMap<>();
        metadata.put("words", GgufValue.texts(List.of("a", "磨")));
        metadata.put("flag", new GgufValue.Truth(false));
        metadata.put("real", GgufValue.real(1e-5));
        metadata.put("wide", new GgufValue.Real(ValueType.F64, 0.1));
        metadata.put("long", new GgufValue.Whole(ValueType.I64, -5));
        Path file = folder.resolve("a.gguf");
        GgufWriter.write(
                file,
                metadata,
                List.of(
                        new GgufWriter.Tensor("odd", GgufType.F16, List.of(3L, 5L), GgufFileTest::count),
                        new GgufWriter.Tensor("even", GgufType.Q8_0, List.of(2L, 64L), GgufFileTest::count),
                        new GgufWriter.Tensor("flat", GgufType.F32, List.of(7L), GgufFileTest::count)));
        return file;
    }

    private static TensorInfo tensor(GgufFile file, String name) {
        return Objects.requireNonNull(file.tensors().get(name), name);
    }

    private static void count(long row, float[] into) {
        for (int i = 0; i < into.length; i++) {
            into[i] = (row * into.length) + i;
        }
    }

    @Test
    void whatIsWrittenIsReadAgain() throws Exception {
        try (GgufFile file = GgufFile.open(written())) {
            assertEquals(1e-5f, file.metadata().real("real"));
            assertEquals(
                    GgufValue.texts(List.of("a", "磨")), file.metadata().values().get("words"));
            assertEquals(
                    new GgufValue.Whole(ValueType.I64, -5),
                    file.metadata().values().get("long"));
            float[] row = new float[5];
            file.rows(tensor(file, "odd")).read(2, row);
            assertArrayEquals(new float[] {10, 11, 12, 13, 14}, row);
            float[] flat = new float[7];
            file.rows(tensor(file, "flat")).read(0, flat);
            assertArrayEquals(new float[] {0, 1, 2, 3, 4, 5, 6}, flat);
            assertTrue(assertThrows(Failure.class, () -> file.metadata().text("real"))
                    .what()
                    .contains("the text real"));
        }
        assertFalse(Files.exists(folder.resolve("a.gguf.part")));
    }

    @Test
    void numbersThatATypeCannotHoldAreRefused() throws Exception {
        assertTrue(refused(GgufType.Q8_0, Float.NaN).what().contains("NaN"));
        assertTrue(refused(GgufType.F32, Float.POSITIVE_INFINITY).what().contains("Infinity"));
        assertTrue(refused(GgufType.F16, 1e6f).mend().toString().contains("hf"));
        assertFalse(Files.exists(folder.resolve("bad.gguf")));
        assertFalse(Files.exists(folder.resolve("bad.gguf.part")));
    }

    private Failure refused(GgufType type, float value) {
        GgufWriter.Tensor tensor = new GgufWriter.Tensor("t", type, List.of(1L, 32L), (row, into) -> into[3] = value);
        return assertThrows(
                Failure.class, () -> GgufWriter.write(folder.resolve("bad.gguf"), Map.of(), List.of(tensor)));
    }

    @Test
    void lengthsThatCannotBeAreNotBelieved() throws Exception {
        byte[] good = Files.readAllBytes(written());
        assertTrue(broken(good, 0, 7).contains("begin with GGUF"));
        assertTrue(broken(good, VERSION_AT, 1).contains("version"));
        assertTrue(broken(good, TENSORS_AT, Integer.MAX_VALUE).contains("tensors"));
        assertTrue(broken(good, PAIRS_AT, Integer.MAX_VALUE).contains("keys"));
        assertTrue(broken(good, PAIRS_AT + 4, -1).contains("impossible"));
        assertTrue(broken(good, PAIRS_AT + 8, Integer.MAX_VALUE).contains("claims"));
    }

    private String broken(byte[] good, int at, int number) throws IOException {
        byte[] bytes = good.clone();
        ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).putInt(at, number);
        Path file = Files.write(folder.resolve("broken.gguf"), bytes);
        Failure failure = assertThrows(Failure.class, () -> GgufFile.open(file));
        assertEquals(file.toString(), failure.where());
        return failure.what();
    }

    /** Whatever byte is changed or cut off, the answer is a file or a failure. */
    @Test
    void noDamageCrashes() throws Exception {
        byte[] good = Files.readAllBytes(PEER);
        Random random = new Random(3);
        Path file = folder.resolve("damaged.gguf");
        for (int i = 0; i < 1500; i++) {
            byte[] bytes = Arrays.copyOf(good, i % 3 == 0 ? random.nextInt(good.length) : good.length);
            for (int j = 0; j < i % 4 && bytes.length > 0; j++) {
                bytes[random.nextInt(Math.min(bytes.length, 900))] = (byte) random.nextInt(256);
            }
            Files.write(file, bytes);
            readAll(file);
        }
    }

    private static void readAll(Path path) throws IOException {
        try (GgufFile file = GgufFile.open(path)) {
            for (TensorInfo tensor : file.tensors().values()) {
                file.rows(tensor).read(tensor.rows() - 1, new float[tensor.rowLength()]);
            }
        } catch (Failure e) {
            assertEquals(path.toString(), e.where());
        }
    }
}
