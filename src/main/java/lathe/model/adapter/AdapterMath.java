package lathe.model.adapter;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import lathe.program.Arguments;
import lathe.program.Program;
import lathe.program.ProgramText;
import lathe.program.Torch;

/** What happens to adapters outside of training. W is (outputs, inputs), A (rank, inputs), B (outputs, rank). */
final class AdapterMath implements AutoCloseable {
    private final Program program;
    private final NDManager manager;

    AdapterMath(Torch torch) throws IOException {
        program = torch.load(ProgramText.of(Map.of()).with("adapters").build());
        manager = torch.manager();
    }

    /** {@code W + scaling · B A}, float32. */
    NDArray merged(NDArray w, NDArray a, NDArray b, double scaling) {
        return one("merge", Arguments.of().tensor(w).tensor(a).tensor(b).floats(scaling));
    }

    /** The same with each row brought to its magnitude (outputs). */
    NDArray merged(NDArray w, NDArray a, NDArray b, NDArray magnitude, double scaling) {
        return one(
                "merge_magnitude",
                Arguments.of().tensor(w).tensor(a).tensor(b).tensor(magnitude).floats(scaling));
    }

    /** Lengths of rows, (outputs). */
    NDArray lengths(NDArray w) {
        return one("lengths", Arguments.of().tensor(w));
    }

    /** A and B that hold the main part of W, which is taken from it in place. */
    List<NDArray> principal(NDArray w, int rank, double scaling) {
        return program.call(
                "principal", manager, Arguments.of().tensor(w).ints(rank).floats(scaling));
    }

    /** A and B whose B is orthonormal; their product is taken from W in place. */
    List<NDArray> orthonormal(NDArray w, int rank, double scaling) {
        return program.call(
                "orthonormal", manager, Arguments.of().tensor(w).ints(rank).floats(scaling));
    }

    private NDArray one(String method, Arguments arguments) {
        return program.call(method, manager, arguments).get(0);
    }

    @Override
    public void close() {
        program.close();
    }
}
