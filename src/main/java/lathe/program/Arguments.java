package lathe.program;

import ai.djl.Device;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/**
 * What a program's method is called with, in the order of its parameters.
 *
 * <p>Numbers travel as small tensors in main memory: on a GPU each read of a number would otherwise wait for the
 * device.
 */
public final class Arguments {
    private final List<BiConsumer<NDList, NDManager>> arguments = new ArrayList<>();

    private Arguments() {}

    /** No arguments yet. */
    public static Arguments of() {
        return new Arguments();
    }

    /** A {@code Tensor}. */
    public Arguments tensor(NDArray array) {
        arguments.add((flat, main) -> add(flat, array, null));
        return this;
    }

    /**
     * A {@code List[Tensor]}.
     *
     * @param arrays at least one, none of which stands in another list of this call
     */
    public Arguments list(List<NDArray> arrays) {
        if (arrays.isEmpty()) {
            throw new IllegalArgumentException("DJL cannot pass an empty list");
        }
        String name = "list" + arguments.size() + "[]";
        arguments.add((flat, main) -> arrays.forEach(array -> add(flat, array, name)));
        return this;
    }

    /** A {@code Tensor} of int64 in main memory. */
    public Arguments ints(long... values) {
        arguments.add((flat, main) -> flat.add(main.create(values)));
        return this;
    }

    /** A {@code Tensor} of float64 in main memory. */
    public Arguments floats(double... values) {
        arguments.add((flat, main) -> flat.add(main.create(values)));
        return this;
    }

    /** The flat list that DJL takes, in which names tell lists and the method. */
    NDList toList(String method, NDManager scope) {
        NDManager main = scope.newSubManager(Device.cpu());
        NDArray name = main.create(0);
        name.setName("module_method:" + method);
        NDList flat = new NDList(name);
        arguments.forEach(argument -> argument.accept(flat, main));
        return flat;
    }

    private static void add(NDList flat, NDArray array, @Nullable String name) {
        array.setName(name);
        flat.add(array);
    }
}
