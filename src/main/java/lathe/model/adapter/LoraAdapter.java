package lathe.model.adapter;

import ai.djl.ndarray.NDArray;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import lathe.model.layout.ModelLayout;
import lathe.model.layout.Slot;
import lathe.program.Tensors;
import lathe.program.Torch;
import lathe.run.Failure;
import lathe.run.Randoms;

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
        return new LoraAdapter(layout, config, initial(torch, layout, targeted, config.r(), seed));
    }

    /** PEFT's start: A uniform within ±1 / sqrt(inputs), B zero, so that the adapter changes nothing yet. */
    private static List<NDArray> initial(Torch torch, ModelLayout layout, List<Slot> targeted, int r, long seed) {
        List<NDArray> matrices = new ArrayList<>();
        for (int i = 0; i < layout.config().layers(); i++) {
            for (Slot slot : targeted) {
                Random random = Randoms.stream(seed, "adapter", layout.path(i, slot.name()));
                float bound = (float) (1 / Math.sqrt(slot.columns()));
                float[] a = new float[r * slot.columns()];
                for (int j = 0; j < a.length; j++) {
                    a[j] = (2 * random.nextFloat() - 1) * bound;
                }
                matrices.add(Tensors.create(torch.manager(), a, r, slot.columns()));
                matrices.add(Tensors.zeros(torch.manager(), slot.rows(), r));
            }
        }
        return matrices;
    }

    /** Names and shapes of the matrices in PEFT's file. */
    public static List<Slot> slots(ModelLayout layout, AdapterConfig config) throws Failure {
        List<Slot> slots = new ArrayList<>();
        for (int i = 0; i < layout.config().layers(); i++) {
            for (Slot slot : config.targeted(layout)) {
                String path = "base_model.model." + layout.path(i, slot.name());
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
                int at = layout.index(i, slot);
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
