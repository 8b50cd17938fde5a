package lathe.model.text;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import java.util.ArrayList;
import java.util.List;
import lathe.model.arch.Attention;
import lathe.model.arch.ModelConfig;
import lathe.program.TensorType;
import lathe.program.Tensors;
import lathe.program.Torch;

/** The keys and values of a text's tokens so far, in room that was set aside for all of it. */
public final class TextState implements AutoCloseable {
    private final NDManager owner;
    private final List<NDArray> keys = new ArrayList<>();
    private final List<NDArray> values = new ArrayList<>();
    private int length;

    TextState(Torch torch, ModelConfig config, TensorType type, int longest) {
        owner = torch.manager().newSubManager();
        for (int i = 0; i < config.layers(); i++) {
            keys.add(room(torch, config, type, longest));
            values.add(room(torch, config, type, longest));
        }
    }

    private NDArray room(Torch torch, ModelConfig config, TensorType type, int longest) {
        Attention attention = config.architecture().attention();
        try (NDManager scope = owner.newSubManager()) {
            NDArray zeros = Tensors.zeros(scope, 1, longest, attention.kvHeads(), attention.headDim());
            return torch.tensors().cast(owner, zeros, type);
        }
    }

    List<NDArray> keys() {
        return keys;
    }

    List<NDArray> values() {
        return values;
    }

    /** Tokens so far. */
    public int length() {
        return length;
    }

    void grow(int tokens) {
        length += tokens;
    }

    @Override
    public void close() {
        owner.close();
    }
}
