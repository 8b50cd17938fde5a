package lathe.model.adapter;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDArrays;
import ai.djl.ndarray.NDList;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Adapters that began with a part of the weights (PiSSA, OLoRA). What they change is {@code s (B A - B₀ A₀)}, which is
 * an adapter of twice the rank for the weights as they were: A over A₀, and B beside -B₀.
 */
final class TakenParts {
    private TakenParts() {}

    /** The equal adapter for the model as it is; the adapter itself where nothing was taken. */
    static LoraAdapter givenBack(LoraAdapter adapter) {
        if (adapter.taken().isEmpty()) {
            return adapter;
        }
        List<NDArray> matrices = new ArrayList<>();
        for (int i = 0; i < adapter.matrices().size(); i += 2) {
            NDArray a = adapter.matrices().get(i);
            NDArray b = adapter.matrices().get(i + 1);
            matrices.add(NDArrays.concat(new NDList(a, adapter.taken().get(i)), 0));
            matrices.add(
                    NDArrays.concat(new NDList(b, adapter.taken().get(i + 1).neg()), 1));
        }
        return new LoraAdapter(adapter.layout(), doubled(adapter.config()), matrices, adapter.saved(), List.of());
    }

    /** Twice the ranks, with alphas that leave the scalings as they are. */
    private static AdapterConfig doubled(AdapterConfig config) {
        double factor = config.kind().rankStabilized() ? Math.sqrt(2) : 2;
        Map<String, Integer> ranks = new LinkedHashMap<>();
        config.patterns().ranks().forEach((key, rank) -> ranks.put(key, 2 * rank));
        Map<String, Double> alphas = new LinkedHashMap<>();
        config.patterns().alphas().forEach((key, alpha) -> alphas.put(key, factor * alpha));
        return new AdapterConfig(
                2 * config.r(),
                factor * config.alpha(),
                config.dropout(),
                config.targets(),
                config.kind(),
                new AdapterConfig.Patterns(ranks, alphas),
                config.saved());
    }
}
