package lathe.program;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.pytorch.engine.PtSymbolBlock;
import ai.djl.pytorch.jni.IValueUtils;
import ai.djl.pytorch.jni.JniUtils;
import java.util.List;

/** A program that is loaded on a device. Calls come from one thread at a time. */
public final class Program implements AutoCloseable {
    private final PtSymbolBlock block;
    private final boolean optimize;

    Program(PtSymbolBlock block, boolean optimize) {
        this.block = block;
        this.optimize = optimize;
    }

    /**
     * Runs a method without recording gradients.
     *
     * @param scope owns the results, and everything that the call needs for its own duration
     * @return the tensor or tensors that the method returns
     */
    public List<NDArray> call(String method, NDManager scope, Arguments arguments) {
        return run(method, scope, arguments, false);
    }

    /** Runs a method that takes gradients by {@code torch.grad}. */
    public List<NDArray> callWithGradients(String method, NDManager scope, Arguments arguments) {
        return run(method, scope, arguments, true);
    }

    private List<NDArray> run(String method, NDManager scope, Arguments arguments, boolean gradients) {
        boolean before = JniUtils.isGradMode();
        JniUtils.setGradMode(gradients);
        JniUtils.setGraphExecutorOptimize(optimize);
        try (NDManager call = scope.newSubManager()) {
            // "true" only keeps DJL from its inference mode, under which nothing can be differentiated
            NDList results = IValueUtils.forward(block, arguments.toList(method, call), true);
            results.attach(scope);
            return results;
        } finally {
            JniUtils.setGradMode(before);
        }
    }

    @Override
    public void close() {
        block.close();
    }
}
