package lathe.model.keys;

import java.util.Map;
import java.util.TreeMap;
import lathe.model.arch.FeedForward.Activation;
import lathe.run.Failure;

/** The names that transformers has for activations. */
public final class Activations {
    private static final Map<String, Activation> NAMES = new TreeMap<>(Map.of(
            "silu", Activation.SILU,
            "swish", Activation.SILU,
            "gelu", Activation.GELU,
            "gelu_new", Activation.GELU_TANH,
            "gelu_pytorch_tanh", Activation.GELU_TANH,
            "relu", Activation.RELU));

    private Activations() {}

    /** The activation that a key names, or another where it is absent. */
    public static Activation read(Keys keys, String key, String otherwise) throws Failure {
        String name = keys.text(key, otherwise);
        Activation activation = NAMES.get(name);
        if (activation == null) {
            throw keys.refuse(
                    key,
                    "This model cannot be used: " + key + " is " + name,
                    "supported: " + String.join(", ", NAMES.keySet()));
        }
        return activation;
    }
}
