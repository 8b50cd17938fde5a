package lathe.train.optimizer;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import java.util.List;
import lathe.model.layout.Slot;
import lathe.program.TensorType;
import lathe.program.Tensors;

/** What AdamW remembers of one parameter: running means of its gradients, and of their squares. */
sealed interface Moments {
    /** Numbers that share a scale in 8 bits. */
    int BLOCK = 256;

    /** Smaller tensors stay float32, as in bitsandbytes. */
    int SMALLEST_IN_BLOCKS = 4096;

    /** Tensors of a type, in the order of {@link #slots}. */
    List<NDArray> tensors(TensorType type);

    /** In float32. */
    record Full(NDArray first, NDArray second) implements Moments {
        @Override
        public List<NDArray> tensors(TensorType type) {
            return type == TensorType.F32 ? List.of(first, second) : List.of();
        }
    }

    /**
     * In codes of 8 bits.
     *
     * @param first codes, padded to whole blocks
     * @param firstLargest the largest number of each block
     */
    record Blocks(NDArray first, NDArray firstLargest, NDArray second, NDArray secondLargest) implements Moments {
        @Override
        public List<NDArray> tensors(TensorType type) {
            return type == TensorType.F32 ? List.of(firstLargest, secondLargest) : List.of(first, second);
        }
    }

    /** Whether a parameter of so many numbers has its moments in blocks. */
    static boolean inBlocks(long numbers, boolean eightBit) {
        return eightBit && numbers >= SMALLEST_IN_BLOCKS;
    }

    private static int blocks(long numbers) {
        return Math.toIntExact((numbers + BLOCK - 1) / BLOCK);
    }

    /** Moments before the first step. */
    static Moments zero(NDManager owner, NDArray parameter, boolean eightBit) {
        long[] shape = parameter.getShape().getShape();
        if (!inBlocks(parameter.size(), eightBit)) {
            return new Full(Tensors.zeros(owner, shape), Tensors.zeros(owner, shape));
        }
        int blocks = blocks(parameter.size());
        Shape codes = new Shape((long) blocks * BLOCK);
        return new Blocks(
                owner.zeros(codes, DataType.UINT8),
                Tensors.zeros(owner, blocks),
                owner.zeros(codes, DataType.UINT8),
                Tensors.zeros(owner, blocks));
    }

    /** Names and shapes of a parameter's moments of a type in a checkpoint. */
    static List<Slot> slots(Slot parameter, boolean eightBit, TensorType type) {
        boolean blocks = inBlocks(parameter.size(), eightBit);
        int count = blocks(parameter.size());
        if (type == TensorType.U8) {
            return blocks
                    ? List.of(vector("m.", parameter, count * BLOCK), vector("v.", parameter, count * BLOCK))
                    : List.of();
        }
        return blocks
                ? List.of(vector("m.largest.", parameter, count), vector("v.largest.", parameter, count))
                : List.of(renamed("m.", parameter), renamed("v.", parameter));
    }

    private static Slot vector(String prefix, Slot slot, int numbers) {
        return new Slot(prefix + slot.name(), slot.kind(), numbers, /* columns= */ 0);
    }

    private static Slot renamed(String prefix, Slot slot) {
        return new Slot(prefix + slot.name(), slot.kind(), slot.rows(), slot.columns());
    }
}
