package lathe.program;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import ai.djl.pytorch.engine.PtNDArray;
import java.nio.ByteBuffer;
import java.util.stream.LongStream;

/** Conversions between bytes and tensors, for types that DJL has no name for as well. */
public final class Tensors {
    private final Program program;

    Tensors(Program program) {
        this.program = program;
    }

    /**
     * A tensor of its own with the numbers that raw little-endian bytes stand for.
     *
     * @param bytes direct, so that nothing is copied on the way
     */
    public NDArray fromBytes(NDManager owner, ByteBuffer bytes, long[] shape, TensorType from, TensorType to) {
        try (NDManager scope = owner.newSubManager()) {
            NDArray raw = scope.create(bytes, new Shape(bytes.remaining()), DataType.INT8);
            long[] numbers = LongStream.concat(
                            LongStream.of(from.torchNumber(), to.torchNumber()), LongStream.of(shape))
                    .toArray();
            return program.call("from_bytes", owner, Arguments.of().tensor(raw).ints(numbers))
                    .get(0);
        }
    }

    /** A tensor whose numbers are still to be filled in. */
    public NDArray empty(NDManager owner, long[] shape, TensorType type) {
        long[] numbers = LongStream.concat(LongStream.of(type.torchNumber()), LongStream.of(shape))
                .toArray();
        // an operator needs a tensor to know the device by
        try (NDManager scope = owner.newSubManager()) {
            NDArray like = scope.zeros(new Shape(1));
            return program.call(
                            "empty_like_these",
                            owner,
                            Arguments.of().tensor(like).ints(numbers))
                    .get(0);
        }
    }

    /**
     * Fills a part of a tensor with the numbers that raw little-endian bytes stand for.
     *
     * @param first index of the first number, in row-major order
     */
    public void fill(NDArray tensor, long first, ByteBuffer bytes, TensorType from) {
        try (NDManager scope = tensor.getManager().newSubManager()) {
            NDArray raw = scope.create(bytes, new Shape(bytes.remaining()), DataType.INT8);
            program.call(
                    "fill", scope, Arguments.of().tensor(tensor).tensor(raw).ints(from.torchNumber(), first));
        }
    }

    /** The little-endian bytes of a tensor's numbers in a type, as a tensor of int8. */
    public NDArray raw(NDManager owner, NDArray tensor, TensorType type) {
        return program.call("raw", owner, Arguments.of().tensor(tensor).ints(type.torchNumber()))
                .get(0);
    }

    /** A tensor of its own with rows and columns changed. */
    public NDArray turned(NDManager owner, NDArray tensor) {
        return program.call("turned", owner, Arguments.of().tensor(tensor)).get(0);
    }

    /** A copy in another type. */
    public NDArray cast(NDManager owner, NDArray tensor, TensorType to) {
        return program.call("cast", owner, Arguments.of().tensor(tensor).ints(to.torchNumber()))
                .get(0);
    }

    /** A float32 tensor from numbers in row-major order. */
    public static NDArray create(NDManager owner, float[] numbers, long... shape) {
        return owner.create(numbers, new Shape(shape));
    }

    /** An int64 tensor from numbers in row-major order. */
    public static NDArray create(NDManager owner, long[] numbers, long... shape) {
        return owner.create(numbers, new Shape(shape));
    }

    /** A float32 tensor of zeros. */
    public static NDArray zeros(NDManager owner, long... shape) {
        return owner.zeros(new Shape(shape));
    }

    /** The bytes of a tensor of float32 or int8; valid as long as the tensor, and only until it changes. */
    public static ByteBuffer bytes(NDArray tensor) {
        return ((PtNDArray) tensor).toByteBuffer(true);
    }
}
