package lathe.model;

import ai.djl.ndarray.NDArray;
import java.util.ArrayList;
import java.util.List;
import lathe.program.Torch;
import lathe.run.Failure;

/**
 * A low-rank adapter (Hu et al. 2021) beside a model's linear maps.
 *
 * @param layout the model it belongs to
 * @param matrices A (r, inputs) and B (outputs, r) in turn, float32, layer by layer, in a layer by the model's order
 */
public record LoraAdapter(ModelLayout layout, AdapterConfig config, List<NDArray> matrices) {

    /** An adapter that changes nothing yet. */
    public static LoraAdapter create(Torch torch, ModelLayout layout, AdapterConfig config, long seed) throws Failure {
        List<Slot> targeted = config.targeted(layout);
        return new LoraAdapter(layout, config, InitialWeights.adapter(torch, layout, targeted, config.r(), seed));
    }

    /** Names and shapes of the matrices in PEFT's file. */
    public static List<Slot> slots(ModelLayout layout, AdapterConfig config) throws Failure {
        List<Slot> slots = new ArrayList<>();
        for (int i = 0; i < layout.config().layers(); i++) {
            for (Slot slot : config.targeted(layout)) {
                String path = "base_model.model." + ModelLayout.path(i, slot.name());
                slots.add(new Slot(path + ".lora_A.weight", Slot.Kind.LINEAR, config.r(), slot.columns()));
                slots.add(new Slot(path + ".lora_B.weight", Slot.Kind.LINEAR, slot.rows(), config.r()));
            }
        }
        return slots;
    }

    /** The model's weights with the adapter merged in, {@code W + scaling · B A}, float32; owned by {@code torch}. */
    public List<NDArray> mergedInto(Torch torch, List<NDArray> weights) throws Failure {
        List<NDArray> merged = new ArrayList<>(weights);
        int next = 0;
        for (int i = 0; i < layout.config().layers(); i++) {
            for (Slot slot : config.targeted(layout)) {
                int at = layout.index(i, slot.name());
                NDArray sum = torch.tensors()
                        .merge(
                                torch.manager(),
                                weights.get(at),
                                matrices.get(next),
                                matrices.get(next + 1),
                                config.scaling());
                merged.set(at, sum);
                next += 2;
            }
        }
        return merged;
    }
}
