package lathe.model.text;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntUnaryOperator;
import lathe.model.arch.Attention;
import lathe.model.arch.ModelConfig;
import lathe.program.TensorType;
import lathe.program.Tensors;
import lathe.program.Torch;

/** Room for keys and values head by head, set aside once: each (texts, heads of keys, places, width of a head). */
final class KeptRoom implements AutoCloseable {
    private final NDManager owner;
    private final List<NDArray> keys = new ArrayList<>();
    private final List<NDArray> values = new ArrayList<>();
    private final long bytes;

    /**
     * Room for some texts.
     *
     * @param places of a layer
     */
    KeptRoom(Torch torch, ModelConfig config, TensorType type, int texts, IntUnaryOperator places) {
        owner = torch.manager().newSubManager();
        Attention attention = config.architecture().attention();
        long numbers = 0;
        for (int i = 0; i < config.layers(); i++) {
            long[] shape = {texts, attention.kvHeads(), places.applyAsInt(i), attention.headDim()};
            keys.add(zeros(torch, type, shape));
            values.add(zeros(torch, type, shape));
            numbers += 2 * shape[0] * shape[1] * shape[2] * shape[3];
        }
        bytes = numbers * type.bytes();
    }

    private NDArray zeros(Torch torch, TensorType type, long... shape) {
        try (NDManager scope = owner.newSubManager()) {
            return torch.tensors().cast(owner, Tensors.zeros(scope, shape), type);
        }
    }

    List<NDArray> keys() {
        return keys;
    }

    List<NDArray> values() {
        return values;
    }

    long bytes() {
        return bytes;
    }

    @Override
    public void close() {
        owner.close();
    }
}
