package lathe.model.file;

import ai.djl.ndarray.NDArray;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Map;
import java.util.Set;
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
        write(file, tensors, Set.of());
    }

    /**
     * The same where files have some tensors the other way round.
     *
     * @param turned names of those whose rows are columns in the file
     */
    static void write(Path file, Map<String, NDArray> tensors, Set<String> turned) throws IOException {
        SortedMap<String, NDArray> sorted = new TreeMap<>(tensors);
        Path beside = file.resolveSibling(file.getFileName() + ".part");
        try (FileChannel out = FileChannel.open(
                beside, StandardOpenOption.CREATE, StandardOpenOption.WRITE, StandardOpenOption.TRUNCATE_EXISTING)) {
            writeAll(out, header(sorted, turned));
            for (Map.Entry<String, NDArray> tensor : sorted.entrySet()) {
                write(out, tensor.getValue(), turned.contains(tensor.getKey()));
            }
            out.force(true);
        }
        WholeFile.move(beside, file);
    }

    private static ByteBuffer header(SortedMap<String, NDArray> tensors, Set<String> turned) {
        SafetensorsHeader header = new SafetensorsHeader();
        tensors.forEach((name, tensor) -> header.add(name, TensorType.F32, shape(tensor, turned.contains(name))));
        return header.bytes();
    }

    private static long[] shape(NDArray tensor, boolean turned) {
        long[] shape = tensor.getShape().getShape();
        return turned ? new long[] {shape[1], shape[0]} : shape;
    }

    private static void write(FileChannel out, NDArray tensor, boolean turned) throws IOException {
        if (!turned) {
            writeParts(out, tensor);
            return;
        }
        try (NDArray view = tensor.transpose();
                NDArray rows = view.duplicate()) {
            writeParts(out, rows);
        }
    }

    /** Row by row where a tensor has more bytes than a buffer can hold. */
    private static void writeParts(FileChannel out, NDArray tensor) throws IOException {
        if (tensor.size() * TensorType.F32.bytes() <= Integer.MAX_VALUE) {
            writeAll(out, Tensors.bytes(tensor));
            return;
        }
        for (long i = 0; i < tensor.getShape().get(0); i++) {
            try (NDArray row = tensor.get(i)) {
                writeAll(out, Tensors.bytes(row));
            }
        }
    }

    private static void writeAll(FileChannel out, ByteBuffer bytes) throws IOException {
        while (bytes.hasRemaining()) {
            out.write(bytes);
        }
    }
}
