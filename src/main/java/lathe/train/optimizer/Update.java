package lathe.train.optimizer;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import lathe.program.Arguments;
import lathe.program.Program;
import lathe.program.Tensors;
import lathe.recipe.TrainStage;

/** One step of AdamW: as few calls as possible for moments in float32 on the device, else one a parameter. */
final class Update {
    private static final double EPSILON = 1e-8;

    private final Program program;
    private final NDManager scope;
    private final TrainStage stage;
    private final List<Double> rates;
    private final AdamW.Pace pace;

    Update(Program program, NDManager scope, TrainStage stage, List<Double> rates, AdamW.Pace pace) {
        this.program = program;
        this.scope = scope;
        this.stage = stage;
        this.rates = rates;
        this.pace = pace;
    }

    void all(AdamW optimizer, List<NDArray> parameters, List<NDArray> gradients) {
        Map<Share, Group> groups = new LinkedHashMap<>();
        for (int i = 0; i < parameters.size(); i++) {
            NDArray parameter = parameters.get(i);
            double decay = parameter.getShape().dimension() > 1 ? stage.weightDecay() : 0;
            Share share = new Share(decay, rates.get(i));
            if (optimizer.moments().get(i) instanceof Moments.Blocks blocks) {
                inBlocks(parameter, gradients.get(i), blocks, share);
            } else if (optimizer.moments().get(i) instanceof Moments.Full full) {
                if (optimizer.kept().offload()) {
                    alone(parameter, gradients.get(i), full, share);
                } else {
                    groups.computeIfAbsent(share, any -> new Group()).add(parameter, gradients.get(i), full);
                }
            }
        }
        groups.forEach((share, group) -> fused(group, share));
    }

    /**
     * How a parameter moves.
     *
     * @param rate its learning rate as a share of the step's
     */
    private record Share(double decay, double rate) {}

    /** Parameters that decay alike, with all that belongs to them. */
    private record Group(List<NDArray> parameters, List<NDArray> gradients, List<NDArray> first, List<NDArray> second) {
        Group() {
            this(new ArrayList<>(), new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
        }

        void add(NDArray parameter, NDArray gradient, Moments.Full moments) {
            parameters.add(parameter);
            gradients.add(gradient);
            first.add(moments.first());
            second.add(moments.second());
        }
    }

    private void fused(Group group, Share share) {
        if (!group.parameters().isEmpty()) {
            Arguments arguments = Arguments.of()
                    .list(group.parameters())
                    .list(group.gradients())
                    .list(group.first())
                    .list(group.second());
            program.call("update", scope, numbers(arguments, share));
        }
    }

    private void alone(NDArray parameter, NDArray gradient, Moments.Full moments, Share share) {
        try (NDManager passing = scope.newSubManager()) {
            Visit first = visit(moments.first(), parameter, passing);
            Visit second = visit(moments.second(), parameter, passing);
            Group one = new Group();
            one.add(parameter, gradient, new Moments.Full(first.there(), second.there()));
            fused(one, share);
            first.home(passing);
            second.home(passing);
        }
    }

    private void inBlocks(NDArray parameter, NDArray gradient, Moments.Blocks moments, Share share) {
        try (NDManager passing = scope.newSubManager()) {
            List<Visit> visits = List.of(
                    visit(moments.first(), parameter, passing),
                    visit(moments.firstLargest(), parameter, passing),
                    visit(moments.second(), parameter, passing),
                    visit(moments.secondLargest(), parameter, passing));
            Arguments arguments = Arguments.of().tensor(parameter).tensor(gradient);
            visits.forEach(visit -> arguments.tensor(visit.there()));
            arguments.tensor(map(DynamicMap.signed(), passing)).tensor(map(DynamicMap.unsigned(), passing));
            program.call("update_8bit", passing, numbers(arguments, share));
            visits.forEach(visit -> visit.home(passing));
        }
    }

    private static NDArray map(float[] numbers, NDManager owner) {
        return Tensors.create(owner, numbers, numbers.length);
    }

    private Arguments numbers(Arguments arguments, Share share) {
        return arguments
                .ints(pace.step())
                .floats(
                        pace.rate() * share.rate(),
                        stage.beta1(),
                        stage.beta2(),
                        EPSILON,
                        share.decay(),
                        pace.factor());
    }

    /** A tensor of main memory on the device, for the time of an update. */
    private record Visit(Program program, NDArray host, NDArray there) {
        void home(NDManager passing) {
            if (host != there) {
                program.call("store", passing, Arguments.of().tensor(host).tensor(there));
            }
        }
    }

    private Visit visit(NDArray host, NDArray parameter, NDManager passing) {
        if (host.getDevice().equals(parameter.getDevice())) {
            return new Visit(program, host, host);
        }
        NDArray there = host.toDevice(parameter.getDevice(), true);
        there.attach(passing);
        return new Visit(program, host, there);
    }
}
