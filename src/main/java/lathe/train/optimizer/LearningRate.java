package lathe.train.optimizer;

import lathe.recipe.TrainStage;

/**
 * The learning rate of each step: a linear warm-up whose first step already moves, then a fall to a share of the rate.
 *
 * @param warmup steps of the warm-up
 * @param steps all steps of the stage
 * @param decay steps at the end over which schedule wsd falls
 */
public record LearningRate(
        double rate, TrainStage.Schedule schedule, long warmup, double minimumRatio, long steps, long decay) {

    /** A schedule that is not wsd. */
    public LearningRate(double rate, TrainStage.Schedule schedule, long warmup, double minimumRatio, long steps) {
        this(rate, schedule, warmup, minimumRatio, steps, 0);
    }

    /** The schedule of a stage; a warm-up below 1 is a share of all steps, as in transformers. */
    public static LearningRate of(TrainStage stage, long steps) {
        double warmup = stage.warmup() < 1 ? Math.ceil(stage.warmup() * steps) : Math.rint(stage.warmup());
        return new LearningRate(
                stage.learningRate(),
                stage.schedule(),
                (long) warmup,
                stage.minimumRatio(),
                steps,
                Math.round(stage.decayShare() * steps));
    }

    /** The rate of a step, counted from 0. */
    public double at(long step) {
        if (step < warmup) {
            return rate * (step + 1) / (warmup + 1);
        }
        double fall =
                switch (schedule) {
                    case COSINE -> cosine(since(warmup, step));
                    case LINEAR -> 1 - since(warmup, step);
                    case CONSTANT -> 1;
                    case WSD -> cosine(since(Math.max(warmup, steps - decay), step));
                };
        return rate * (minimumRatio + (1 - minimumRatio) * fall);
    }

    /** How much of the way from a step to the end is done. */
    private double since(long start, long step) {
        if (step < start) {
            return 0;
        }
        return steps <= start ? 1 : Math.min(1, (double) (step - start) / (steps - start));
    }

    private static double cosine(double done) {
        return 0.5 * (1 + Math.cos(Math.PI * done));
    }
}
