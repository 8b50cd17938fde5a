package lathe.model.adapter;

import ai.djl.ndarray.NDArray;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import lathe.model.layout.ModelLayout;
import lathe.model.layout.Slot;
import lathe.model.quant.Quantizer;
import lathe.model.quant.WeightForm;
import lathe.program.TensorType;
import lathe.program.Tensors;
import lathe.program.Torch;
import lathe.recipe.LoraSettings;
import lathe.run.Failure;
import lathe.run.Randoms;

/** First values of an adapter, as PEFT has them: it changes nothing yet. Equal on every machine for equal seeds. */
public final class AdapterStart {
    private final Torch torch;
    private final ModelLayout model;
    private final AdapterConfig config;
    private final LoraSettings.Init init;
    private final long seed;

    /** How an adapter begins. */
    public AdapterStart(Torch torch, ModelLayout model, AdapterConfig config, LoraSettings.Init init, long seed) {
        this.torch = torch;
        this.model = model;
        this.config = config;
        this.init = init;
        this.seed = seed;
    }

    /**
     * The adapter.
     *
     * @param weights those of the model; from those with an adapter, PiSSA and OLoRA take in place what the adapter
     *     begins with
     * @param form of the linear maps
     */
    public LoraAdapter beside(List<NDArray> weights, WeightForm form) throws Failure, IOException {
        AdapterLayout layout = new AdapterLayout(model, config);
        List<NDArray> matrices = new ArrayList<>();
        List<NDArray> taken = new ArrayList<>();
        try (AdapterMath math = new AdapterMath(torch);
                Quantizer quantizer = new Quantizer(torch)) {
            for (AdapterLayout.Place place : layout.places()) {
                NDArray stored = weights.get(model.index(place.layer(), place.map()));
                NDArray weight = config.kind().dora() ? quantizer.dense(stored, form, place.map()) : stored;
                List<NDArray> pair = pair(math, weight, place);
                matrices.addAll(pair);
                if (changesWeights()) {
                    pair.forEach(matrix -> taken.add(matrix.duplicate()));
                }
                if (config.kind().dora()) {
                    matrices.add(magnitude(math, weight, pair, place));
                }
                if (weight != stored) {
                    weight.close();
                }
            }
        }
        List<NDArray> saved = new SavedModules(model, config)
                .indices().stream()
                        .map(i -> torch.tensors().cast(torch.manager(), weights.get(i), TensorType.F32))
                        .toList();
        return new LoraAdapter(model, config, matrices, saved, taken);
    }

    /** Whether the model's own weights are others while the adapter trains. */
    private boolean changesWeights() {
        return init == LoraSettings.Init.PISSA || init == LoraSettings.Init.OLORA;
    }

    private List<NDArray> pair(AdapterMath math, NDArray weight, AdapterLayout.Place place) {
        int rank = config.rank(place.path());
        double scaling = config.scaling(place.path());
        return switch (init) {
            case DEFAULT, GAUSSIAN -> List.of(first(place, rank), second(place, rank));
            case PISSA -> math.principal(weight, rank, scaling);
            case OLORA -> math.orthonormal(weight, rank, scaling);
        };
    }

    /** Uniform within ±1 / sqrt(inputs), or normal with a spread of 1 / rank. */
    private NDArray first(AdapterLayout.Place place, int rank) {
        Slot map = place.map();
        Random random = Randoms.stream(seed, "adapter", place.path());
        float bound = (float) (1 / Math.sqrt(map.columns()));
        float[] a = new float[rank * map.columns()];
        for (int i = 0; i < a.length; i++) {
            a[i] = init == LoraSettings.Init.GAUSSIAN
                    ? (float) (random.nextGaussian() / rank)
                    : (2 * random.nextFloat() - 1) * bound;
        }
        return Tensors.create(torch.manager(), a, rank, map.columns());
    }

    private NDArray second(AdapterLayout.Place place, int rank) {
        return Tensors.zeros(torch.manager(), place.map().rows(), rank);
    }

    /** The length of each row of {@code W + scaling · B A}, so that DoRA begins with the model as it is. */
    private NDArray magnitude(AdapterMath math, NDArray weight, List<NDArray> pair, AdapterLayout.Place place) {
        try (NDArray whole = math.merged(weight, pair.get(0), pair.get(1), config.scaling(place.path()))) {
            return math.lengths(whole);
        }
    }
}
