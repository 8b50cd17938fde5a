package lathe.model.script;

import lathe.model.quant.WeightForm;
import lathe.program.TensorType;

/**
 * How a program computes.
 *
 * @param compute type of the arithmetic
 * @param weights how frozen linear maps lie in memory
 * @param byLayer whether training keeps the input of each layer only and computes the rest again (gradient
 *     checkpointing, Chen et al. 2016)
 * @param flash whether the kernel for documents of unequal lengths can be used: 16 bits, on CUDA, not on Windows, whose
 *     builds of LibTorch lack it
 */
public record Arithmetic(TensorType compute, WeightForm weights, boolean byLayer, boolean flash) {

    /** Dense weights, and all that a layer computes is kept for the gradient. */
    public static Arithmetic plain(TensorType compute) {
        return new Arithmetic(compute, WeightForm.DENSE, false, false);
    }

    /** The same with layers computed again. */
    public Arithmetic recomputing() {
        return new Arithmetic(compute, weights, true, flash);
    }
}
