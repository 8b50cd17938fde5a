package lathe.export.gguf.file;

import java.util.List;

/**
 * A tensor of a file.
 *
 * @param shape sizes of the dimensions, the longest step first as safetensors and PyTorch have it; the file has them
 *     the other way round
 * @param offset of its first byte behind the header
 */
public record TensorInfo(String name, GgufType type, List<Long> shape, long offset) {
    /** Copies the list. */
    public TensorInfo {
        shape = List.copyOf(shape);
    }

    /** Numbers of a row: the size of the last dimension. */
    public int rowLength() {
        return Math.toIntExact(shape.get(shape.size() - 1));
    }

    /** How many rows. */
    public long rows() {
        return numbers() / rowLength();
    }

    /** How many numbers. */
    public long numbers() {
        return shape.stream().reduce(1L, (a, b) -> a * b);
    }

    /** Bytes in the file. */
    public long bytes() {
        return type.bytes(numbers());
    }
}
