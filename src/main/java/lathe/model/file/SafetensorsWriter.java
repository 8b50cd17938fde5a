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
import java.util.function.UnaryOperator;
import lathe.program.TensorType;
import lathe.program.Tensors;
import lathe.program.Torch;
import lathe.run.WholeFile;

/** Writes tensors as a safetensors file that appears whole or not at all. */
public final class SafetensorsWriter {
    private static final long MOST_BYTES = 1L << 30;

    private final TensorType type;
    private final Set<String> turned;
    private final UnaryOperator<NDArray> encoded;

    private SafetensorsWriter(TensorType type, Set<String> turned, UnaryOperator<NDArray> encoded) {
        this.type = type;
        this.turned = turned;
        this.encoded = encoded;
    }

    /** Writes float32 tensors, sorted by name, with the metadata that transformers and PEFT ask for. */
    public static void write(Path file, Map<String, NDArray> tensors) throws IOException {
        float32(Set.of()).writeTo(file, tensors);
    }

    /** The same for tensors of another type. */
    public static void write(Torch torch, Path file, Map<String, NDArray> tensors, TensorType type) throws IOException {
        rounding(torch, type, Set.of()).writeTo(file, tensors);
    }

    /**
     * A writer of float32 tensors.
     *
     * @param turned names of those whose rows are columns in the file
     */
    static SafetensorsWriter float32(Set<String> turned) {
        return new SafetensorsWriter(TensorType.F32, turned, NDArray::duplicate);
    }

    /** A writer that rounds what it writes. */
    static SafetensorsWriter rounding(Torch torch, TensorType type, Set<String> turned) {
        return new SafetensorsWriter(type, turned, tensor -> torch.tensors().raw(torch.manager(), tensor, type));
    }

    void writeTo(Path file, Map<String, NDArray> tensors) throws IOException {
        SortedMap<String, NDArray> sorted = new TreeMap<>(tensors);
        Path beside = file.resolveSibling(file.getFileName() + ".part");
        try (FileChannel out = FileChannel.open(
                beside, StandardOpenOption.CREATE, StandardOpenOption.WRITE, StandardOpenOption.TRUNCATE_EXISTING)) {
            writeAll(out, header(sorted));
            for (Map.Entry<String, NDArray> tensor : sorted.entrySet()) {
                write(out, tensor.getValue(), turned.contains(tensor.getKey()));
            }
            out.force(true);
        }
        WholeFile.move(beside, file);
    }

    private ByteBuffer header(SortedMap<String, NDArray> tensors) {
        SafetensorsHeader header = new SafetensorsHeader();
        tensors.forEach((name, tensor) -> header.add(name, type, shape(tensor, turned.contains(name))));
        return header.bytes();
    }

    private static long[] shape(NDArray tensor, boolean turned) {
        long[] shape = tensor.getShape().getShape();
        return turned ? new long[] {shape[1], shape[0]} : shape;
    }

    private void write(FileChannel out, NDArray tensor, boolean turned) throws IOException {
        if (!turned) {
            writeParts(out, tensor);
            return;
        }
        try (NDArray view = tensor.transpose()) {
            writeParts(out, view);
        }
    }

    /** Some rows at a time, as a buffer cannot hold all bytes of a large tensor. */
    private void writeParts(FileChannel out, NDArray tensor) throws IOException {
        long rows = tensor.getShape().get(0);
        long rowBytes = Math.max(1, tensor.size() / Math.max(rows, 1) * TensorType.F32.bytes());
        long most = Math.max(1, MOST_BYTES / rowBytes);
        for (long from = 0; from < rows; from += most) {
            try (NDArray part = tensor.get(from + ":" + Math.min(rows, from + most));
                    NDArray bytes = encoded.apply(part)) {
                writeAll(out, Tensors.bytes(bytes));
            }
        }
    }

    private static void writeAll(FileChannel out, ByteBuffer bytes) throws IOException {
        while (bytes.hasRemaining()) {
            out.write(bytes);
        }
    }
}
