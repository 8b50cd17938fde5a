package lathe.model.layout;

import ai.djl.ndarray.NDArray;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import lathe.model.arch.ModelConfig;
import lathe.program.Tensors;
import lathe.program.Torch;
import lathe.run.Randoms;

/** First values of a model's weights, equal on every machine for equal seeds. */
public final class InitialWeights {
    private InitialWeights() {}

    /**
     * Normal weights; maps that add to the residual stream are scaled by 1 / sqrt(2 · layers), as in GPT-2 (Radford et
     * al. 2019); norms do not scale and biases are zero.
     */
    public static List<NDArray> model(Torch torch, ModelConfig config, long seed) {
        List<NDArray> weights = new ArrayList<>();
        for (Slot slot : ModelLayout.of(config).slots()) {
            float[] numbers = new float[Math.toIntExact(slot.size())];
            if (slot.kind() == Slot.Kind.NORM) {
                Arrays.fill(numbers, config.architecture().norm().neutral());
            } else if (slot.kind() != Slot.Kind.BIAS) {
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
}
