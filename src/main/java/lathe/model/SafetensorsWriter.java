package lathe.model;

import ai.djl.ndarray.NDArray;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import lathe.program.TensorType;
import lathe.program.Tensors;
import lathe.run.WholeFile;

/** Writes float32 tensors as a safetensors file that appears whole or not at all. */
public final class SafetensorsWriter {
    private SafetensorsWriter() {}

    /** Writes tensors, sorted by name, with the metadata that transformers and PEFT ask for. */
    public static void write(Path file, Map<String, NDArray> tensors) throws IOException {
        SortedMap<String, NDArray> sorted = new TreeMap<>(tensors);
        Path beside = file.resolveSibling(file.getFileName() + ".part");
        try (FileChannel out = FileChannel.open(
                beside, StandardOpenOption.CREATE, StandardOpenOption.WRITE, StandardOpenOption.TRUNCATE_EXISTING)) {
            writeAll(out, header(sorted));
            for (NDArray tensor : sorted.values()) {
                writeAll(out, Tensors.bytes(tensor));
            }
            out.force(true);
        }
        WholeFile.move(beside, file);
    }

    private static ByteBuffer header(SortedMap<String, NDArray> tensors) {
        SafetensorsHeader header = new SafetensorsHeader();
        tensors.forEach((name, tensor) ->
                header.add(name, TensorType.F32, tensor.getShape().getShape()));
        return header.bytes();
    }

    private static void writeAll(FileChannel out, ByteBuffer bytes) throws IOException {
        while (bytes.hasRemaining()) {
            out.write(bytes);
        }
    }
}
