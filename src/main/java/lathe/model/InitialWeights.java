package lathe.model;

import ai.djl.ndarray.NDArray;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import lathe.program.Tensors;
import lathe.program.Torch;
import lathe.run.Randoms;

/** First values of a model's weights and of an adapter, equal on every machine for equal seeds. */
public final class InitialWeights {
    private InitialWeights() {}

    /**
     * Normal weights; maps that add to the residual stream are scaled by 1 / sqrt(2 · layers), as in GPT-2 (Radford et
     * al. 2019); norms are one.
     */
    public static List<NDArray> model(Torch torch, ModelConfig config, long seed) {
        List<NDArray> weights = new ArrayList<>();
        for (Slot slot : ModelLayout.of(config).slots()) {
            float[] numbers = new float[Math.toIntExact(slot.size())];
            if (slot.kind() == Slot.Kind.NORM) {
                Arrays.fill(numbers, 1);
            } else {
                fillNormal(numbers, spread(slot, config), Randoms.stream(seed, "weights", slot.name()));
            }
            weights.add(Tensors.create(torch.manager(), numbers, slot.shape()));
        }
        return weights;
    }

    private static double spread(Slot slot, ModelConfig config) {
        boolean residual = slot.kind() == Slot.Kind.RESIDUAL_OUTPUT;
        return residual ? config.initializerRange() / Math.sqrt(2.0 * config.layers()) : config.initializerRange();
    }

    private static void fillNormal(float[] numbers, double spread, Random random) {
        for (int i = 0; i < numbers.length; i++) {
            numbers[i] = (float) (spread * random.nextGaussian());
        }
    }

    /** PEFT's start: A uniform within ±1 / sqrt(inputs), B zero, so that the adapter changes nothing yet. */
    static List<NDArray> adapter(Torch torch, ModelLayout layout, List<Slot> targeted, int r, long seed) {
        List<NDArray> matrices = new ArrayList<>();
        for (int i = 0; i < layout.config().layers(); i++) {
            for (Slot slot : targeted) {
                Random random = Randoms.stream(seed, "adapter", ModelLayout.path(i, slot.name()));
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
}
