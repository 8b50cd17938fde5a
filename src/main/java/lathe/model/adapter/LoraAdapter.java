package lathe.model.adapter;

import ai.djl.ndarray.NDArray;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import lathe.model.layout.ModelLayout;
import lathe.model.layout.Slot;
import lathe.program.Torch;
import lathe.run.Failure;

/**
 * A low-rank adapter (Hu et al. 2021) beside a model's linear maps.
 *
 * @param layout the model it belongs to
 * @param matrices those of {@link AdapterLayout#slots}, float32
 * @param saved tensors in place of the model's own, those of {@link SavedModules#slots}, float32
 * @param taken A and B in turn that were taken from the model's weights when training began (PiSSA, OLoRA); mostly none
 */
public record LoraAdapter(
        ModelLayout layout, AdapterConfig config, List<NDArray> matrices, List<NDArray> saved, List<NDArray> taken) {

    /** Names and shapes of its tensors in PEFT's file: first those saved of the model, then those beside its maps. */
    public static List<Slot> slots(ModelLayout layout, AdapterConfig config) throws Failure {
        List<Slot> slots = new ArrayList<>(new SavedModules(layout, config).slots());
        slots.addAll(new AdapterLayout(layout, config).slots());
        return slots;
    }

    /** An adapter of these tensors, in the order of {@link #slots}. */
    static LoraAdapter of(ModelLayout layout, AdapterConfig config, List<NDArray> tensors) throws Failure {
        int saved = new SavedModules(layout, config).indices().size();
        return new LoraAdapter(
                layout, config, tensors.subList(saved, tensors.size()), tensors.subList(0, saved), List.of());
    }

    /** Its tensors, in the order of {@link #slots}: what trains. */
    public List<NDArray> tensors() {
        List<NDArray> all = new ArrayList<>(saved);
        all.addAll(matrices);
        return all;
    }

    /** The same with other values of its tensors. */
    public LoraAdapter with(List<NDArray> tensors) {
        int first = saved.size();
        return new LoraAdapter(
                layout, config, tensors.subList(first, tensors.size()), tensors.subList(0, first), taken);
    }

    /** The model's weights with those in their places that are saved with the adapter. */
    public List<NDArray> savedInto(List<NDArray> weights) throws Failure {
        return savedInto(weights, tensor -> tensor);
    }

    /**
     * The same.
     *
     * @param form what becomes of each saved tensor
     */
    public List<NDArray> savedInto(List<NDArray> weights, UnaryOperator<NDArray> form) throws Failure {
        List<NDArray> all = new ArrayList<>(weights);
        List<Integer> indices = new SavedModules(layout, config).indices();
        for (int i = 0; i < indices.size(); i++) {
            all.set(indices.get(i), form.apply(saved.get(i)));
        }
        return all;
    }

    /**
     * The model's weights with the adapter merged in, {@code W + scaling · B A}, float32; owned by {@code torch}.
     * DoRA's rows are brought to their magnitudes.
     */
    public List<NDArray> mergedInto(Torch torch, List<NDArray> weights) throws Failure, IOException {
        List<NDArray> merged = savedInto(weights);
        int next = 0;
        try (AdapterMath math = new AdapterMath(torch)) {
            for (AdapterLayout.Place place : new AdapterLayout(layout, config).places()) {
                int at = layout.index(place.layer(), place.map());
                double scaling = config.scaling(place.path());
                NDArray w = weights.get(at);
                NDArray a = matrices.get(next);
                NDArray b = matrices.get(next + 1);
                merged.set(
                        at,
                        config.kind().dora()
                                ? math.merged(w, a, b, matrices.get(next + 2), scaling)
                                : math.merged(w, a, b, scaling));
                next += config.tensorsPerMap();
            }
        }
        return merged;
    }
}
