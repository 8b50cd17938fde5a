package lathe.model.adapter;

import lathe.model.arch.ModelConfig;
import lathe.model.layout.ModelLayout;
import lathe.model.layout.Slot;
import lathe.recipe.LoraSettings;
import lathe.run.Failure;

/**
 * Parameters of a model, counted from its shape alone.
 *
 * @param total numbers in the model, those of an adapter included
 * @param trainable numbers that training changes
 */
public record ModelSize(long total, long trainable) {

    /** A model all of whose weights train. */
    public static ModelSize full(ModelConfig config) {
        long total = weights(config);
        return new ModelSize(total, total);
    }

    /** A model whose weights are frozen beside an adapter. */
    public static ModelSize lora(ModelConfig config, LoraSettings settings) throws Failure {
        long adapter = adapter(ModelLayout.of(config), AdapterConfig.of(settings));
        return new ModelSize(weights(config) + adapter, adapter);
    }

    private static long weights(ModelConfig config) {
        return ModelLayout.of(config).slots().stream().mapToLong(Slot::size).sum();
    }

    static long adapter(ModelLayout layout, AdapterConfig adapter) throws Failure {
        return LoraAdapter.slots(layout, adapter).stream().mapToLong(Slot::size).sum();
    }

    /** Share of the numbers that training changes, 0 to 1. */
    public double trainableShare() {
        return (double) trainable / total;
    }
}
