package lathe.train;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import java.util.ArrayList;
import java.util.List;
import lathe.program.Arguments;
import lathe.program.Program;
import lathe.program.Tensors;
import lathe.program.Torch;
import lathe.recipe.TrainStage;

/**
 * AdamW's moments, float32, one pair per parameter.
 *
 * @param first running means of gradients
 * @param second running means of their squares
 */
record AdamW(List<NDArray> first, List<NDArray> second) {
    private static final double EPSILON = 1e-8;

    /** Moments before the first step. */
    static AdamW zero(Torch torch, List<NDArray> parameters) {
        return new AdamW(zeros(torch, parameters), zeros(torch, parameters));
    }

    private static List<NDArray> zeros(Torch torch, List<NDArray> parameters) {
        List<NDArray> zeros = new ArrayList<>();
        parameters.forEach(parameter ->
                zeros.add(Tensors.zeros(torch.manager(), parameter.getShape().getShape())));
        return zeros;
    }

    /** Changes parameters and moments in place. */
    void update(
            Program program,
            NDManager scope,
            List<NDArray> parameters,
            List<NDArray> gradients,
            TrainStage stage,
            Pace pace) {
        Arguments arguments = Arguments.of()
                .list(parameters)
                .list(gradients)
                .list(first)
                .list(second)
                .ints(pace.step())
                .floats(pace.rate(), stage.beta1(), stage.beta2(), EPSILON, stage.weightDecay(), pace.factor());
        program.call("update", scope, arguments);
    }

    /**
     * How far a step goes.
     *
     * @param step counted from 1
     * @param rate the learning rate
     * @param factor what the gradients are multiplied by first; 1 leaves them
     */
    record Pace(long step, double rate, double factor) {}
}
