package lathe.train.optimizer;

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
public record AdamW(List<NDArray> first, List<NDArray> second) {
    private static final double EPSILON = 1e-8;

    /** Moments before the first step. */
    public static AdamW zero(Torch torch, List<NDArray> parameters) {
        return new AdamW(zeros(torch, parameters), zeros(torch, parameters));
    }

    private static List<NDArray> zeros(Torch torch, List<NDArray> parameters) {
        List<NDArray> zeros = new ArrayList<>();
        parameters.forEach(parameter ->
                zeros.add(Tensors.zeros(torch.manager(), parameter.getShape().getShape())));
        return zeros;
    }

    /** Changes parameters and moments in place; only matrices decay, as norms and biases have one dimension. */
    public void update(
            Program program,
            NDManager scope,
            List<NDArray> parameters,
            List<NDArray> gradients,
            TrainStage stage,
            Pace pace) {
        List<Integer> matrices = new ArrayList<>();
        List<Integer> vectors = new ArrayList<>();
        for (int i = 0; i < parameters.size(); i++) {
            (parameters.get(i).getShape().dimension() > 1 ? matrices : vectors).add(i);
        }
        Group all = new Group(parameters, gradients, first, second);
        update(program, scope, all.only(matrices), stage, stage.weightDecay(), pace);
        update(program, scope, all.only(vectors), stage, 0, pace);
    }

    /** Parameters that decay alike, with all that belongs to them. */
    private record Group(List<NDArray> parameters, List<NDArray> gradients, List<NDArray> first, List<NDArray> second) {
        Group only(List<Integer> places) {
            return new Group(at(parameters, places), at(gradients, places), at(first, places), at(second, places));
        }

        private static List<NDArray> at(List<NDArray> all, List<Integer> places) {
            return places.stream().map(all::get).toList();
        }
    }

    private static void update(
            Program program, NDManager scope, Group group, TrainStage stage, double decay, Pace pace) {
        if (group.parameters().isEmpty()) {
            return;
        }
        Arguments arguments = Arguments.of()
                .list(group.parameters())
                .list(group.gradients())
                .list(group.first())
                .list(group.second())
                .ints(pace.step())
                .floats(pace.rate(), stage.beta1(), stage.beta2(), EPSILON, decay, pace.factor());
        program.call("update", scope, arguments);
    }

    /**
     * How far a step goes.
     *
     * @param step counted from 1
     * @param rate the learning rate
     * @param factor what the gradients are multiplied by first; 1 leaves them
     */
    public record Pace(long step, double rate, double factor) {}
}
