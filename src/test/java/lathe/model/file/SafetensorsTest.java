package lathe.model.file;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.djl.ndarray.NDArray;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import lathe.model.layout.Slot;
import lathe.program.TensorType;
import lathe.program.Tensors;
import lathe.program.Torch;
import lathe.run.Failure;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SafetensorsTest {
    private static final List<Slot> SLOTS =
            List.of(new Slot("b", Slot.Kind.LINEAR, 2, 2), new Slot("a", Slot.Kind.NORM, 3, 0));

    private final Path folder;
    private final Path file;

    SafetensorsTest(@TempDir Path folder) {
        this.folder = folder;
        file = folder.resolve("x.safetensors");
    }

    private void write(Torch torch) throws IOException {
        Map<String, NDArray> tensors = Map.of(
                "a", Tensors.create(torch.manager(), new float[] {1, 2, 3}, 3),
                "b", Tensors.create(torch.manager(), new float[] {4, 5, 6, 7}, 2, 2));
        SafetensorsWriter.write(file, tensors);
    }

    private List<NDArray> read(Torch torch, List<Slot> slots) throws Failure, IOException {
        return new TensorFiles(torch, folder, "x.safetensors").read(slots, TensorType.F32, name -> false);
    }

    @Test
    void writtenTensorsAreReadInTheOrderAskedFor() throws Exception {
        try (Torch torch = Torch.open("cpu", 1)) {
            write(torch);
            List<NDArray> read = read(torch, SLOTS);
            assertArrayEquals(new float[] {4, 5, 6, 7}, read.get(0).toFloatArray());
            assertArrayEquals(new float[] {1, 2, 3}, read.get(1).toFloatArray());
        }
        byte[] bytes = Files.readAllBytes(file);
        long header = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).getLong();
        assertEquals(0, header % 8);
        String json = new String(bytes, 8, (int) header, StandardCharsets.UTF_8);
        assertTrue(json.startsWith("{\"__metadata__\":{\"format\":\"pt\"}"), json);
    }

    @Test
    void everyTensorIsUsedAndEverySlotFilled() throws Exception {
        try (Torch torch = Torch.open("cpu", 1)) {
            write(torch);
            Failure unknown = assertThrows(Failure.class, () -> read(torch, SLOTS.subList(0, 1)));
            assertTrue(unknown.what().contains("not known: a"), unknown.what());
            List<Slot> more = List.of(SLOTS.get(0), SLOTS.get(1), new Slot("c", Slot.Kind.NORM, 1, 0));
            Failure missing = assertThrows(Failure.class, () -> read(torch, more));
            assertTrue(missing.what().contains("missing: c"), missing.what());
            List<Slot> other = List.of(SLOTS.get(0), new Slot("a", Slot.Kind.NORM, 4, 0));
            Failure shape = assertThrows(Failure.class, () -> read(torch, other));
            assertTrue(shape.what().contains("[4]"), shape.what());
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "{",
                "not json!",
                "{\"a\":{\"dtype\":\"I64\",\"shape\":[1],\"data_offsets\":[0,8]}}",
                "{\"a\":{\"dtype\":\"F32\",\"shape\":[3],\"data_offsets\":[0,99]}}",
                "{\"a\":{\"dtype\":\"F32\",\"shape\":[3],\"data_offsets\":[0,8]}}"
            })
    void brokenFilesAreNamed(String header) throws Exception {
        byte[] text = header.getBytes(StandardCharsets.UTF_8);
        ByteBuffer bytes = ByteBuffer.allocate(8 + text.length + 12).order(ByteOrder.LITTLE_ENDIAN);
        Files.write(file, bytes.putLong(text.length).put(text).array());
        Failure failure = assertThrows(Failure.class, () -> Safetensors.open(file));
        assertEquals(3, failure.kind().exitStatus());
        assertEquals(file.toString(), failure.where());
    }
}
