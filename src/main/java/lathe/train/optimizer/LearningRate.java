package lathe.train.optimizer;

import lathe.recipe.TrainStage;

/**
 * The learning rate of each step: a linear warm-up whose first step already moves, then a fall to a share of the rate.
 *
 * @param steps all steps of the stage
 */
public record LearningRate(double rate, TrainStage.Schedule schedule, long warmup, double minimumRatio, long steps) {

    public static LearningRate of(TrainStage stage, long steps) {
        return new LearningRate(stage.learningRate(), stage.schedule(), stage.warmup(), stage.minimumRatio(), steps);
    }

    /** The rate of a step, counted from 0. */
    public double at(long step) {
        if (step < warmup) {
            return rate * (step + 1) / (warmup + 1);
        }
        double done = steps <= warmup ? 1 : Math.min(1, (double) (step - warmup) / (steps - warmup));
        double fall =
                switch (schedule) {
                    case COSINE -> 0.5 * (1 + Math.cos(Math.PI * done));
                    case LINEAR -> 1 - done;
                    case CONSTANT -> 1;
                };
        return rate * (minimumRatio + (1 - minimumRatio) * fall);
    }
}
