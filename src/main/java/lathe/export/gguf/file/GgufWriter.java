package lathe.export.gguf.file;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import lathe.run.Failure;
import lathe.run.WholeFile;

/**
 * Writes a GGUF file, version 3, a row at a time; it appears whole or not at all. The layout is that of ggml's
 * {@code gguf.md}.
 */
public final class GgufWriter {
    private static final int BUFFER = 1 << 20;
    private static final float LARGEST_HALF = 65_504;
    private static final float MOST_BYTE = 127;
    private static final float MOST_NIBBLE = 8;

    /**
     * A tensor to write.
     *
     * @param shape as {@link TensorInfo} has it
     */
    public record Tensor(String name, GgufType type, List<Long> shape, RowSource rows) {
        /** Copies the list. */
        public Tensor {
            shape = List.copyOf(shape);
        }
    }

    private final Path file;
    private final FileChannel channel;

    private GgufWriter(Path file, FileChannel channel) {
        this.file = file;
        this.channel = channel;
    }

    /**
     * Writes a file.
     *
     * @throws Failure where a number is none, infinite, or too large for its type
     */
    public static void write(Path file, Map<String, GgufValue> metadata, List<Tensor> tensors)
            throws Failure, IOException {
        Path beside = file.resolveSibling(file.getFileName() + ".part");
        try {
            try (FileChannel channel = FileChannel.open(
                    beside,
                    StandardOpenOption.CREATE,
                    StandardOpenOption.WRITE,
                    StandardOpenOption.TRUNCATE_EXISTING)) {
                new GgufWriter(file, channel).write(metadata, tensors);
                channel.force(true);
            }
            WholeFile.move(beside, file);
        } finally {
            Files.deleteIfExists(beside);
        }
    }

    private void write(Map<String, GgufValue> metadata, List<Tensor> tensors) throws Failure, IOException {
        List<TensorInfo> infos = new ArrayList<>();
        long offset = 0;
        for (Tensor tensor : tensors) {
            TensorInfo info = new TensorInfo(tensor.name(), tensor.type(), tensor.shape(), offset);
            infos.add(info);
            offset += info.bytes() + HeaderBytes.padding(info.bytes());
        }
        writeAll(HeaderBytes.of(metadata, infos));
        for (int i = 0; i < infos.size(); i++) {
            write(infos.get(i), tensors.get(i).rows());
        }
    }

    private void write(TensorInfo tensor, RowSource rows) throws Failure, IOException {
        int rowBytes = Math.toIntExact(tensor.type().bytes(tensor.rowLength()));
        ByteBuffer bytes = ByteBuffer.allocateDirect(Math.max(BUFFER, rowBytes)).order(ByteOrder.LITTLE_ENDIAN);
        float[] row = new float[tensor.rowLength()];
        for (long i = 0; i < tensor.rows(); i++) {
            rows.read(i, row);
            check(tensor, row);
            if (bytes.remaining() < rowBytes) {
                drain(bytes);
            }
            Blocks.write(tensor.type(), row, bytes);
        }
        drain(bytes);
        writeAll(ByteBuffer.allocate((int) HeaderBytes.padding(tensor.bytes())));
    }

    /** A number that the type cannot hold would become infinite and spoil all that is computed with it. */
    private void check(TensorInfo tensor, float[] row) throws Failure {
        float most = mostOf(tensor.type());
        for (float value : row) {
            if (!(Math.abs(value) <= most)) {
                throw Failure.badInput(
                        "The tensor " + tensor.name() + " holds the number " + value + ", which " + tensor.type()
                                + " cannot hold",
                        file.toString(),
                        Float.isFinite(value)
                                ? "export the model as hf, which keeps all of it"
                                : "the model is broken: go back to an earlier checkpoint");
            }
        }
    }

    private static float mostOf(GgufType type) {
        return switch (type) {
            case F32, BF16 -> Float.MAX_VALUE;
            case F16 -> LARGEST_HALF;
            case Q8_0 -> LARGEST_HALF * MOST_BYTE;
            case Q4_0 -> LARGEST_HALF * MOST_NIBBLE;
        };
    }

    private void drain(ByteBuffer bytes) throws IOException {
        writeAll(bytes.flip());
        bytes.clear();
    }

    private void writeAll(ByteBuffer bytes) throws IOException {
        while (bytes.hasRemaining()) {
            channel.write(bytes);
        }
    }
}
