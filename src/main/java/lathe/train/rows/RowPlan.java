package lathe.train.rows;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import lathe.model.text.TokenRow;
import lathe.recipe.TrainStage;
import lathe.run.Randoms;

/**
 * Which rows each micro-batch holds. It follows from the seed and the step alone, so a resumed run needs no position in
 * the data. With the order random, each epoch is shuffled anew; any other order is kept.
 */
public final class RowPlan {
    private final Rows rows;
    private final TrainStage stage;
    private final Shuffle shuffle;
    private int shuffledEpoch = -1;
    private int[] shuffled = {};

    public RowPlan(Rows rows, TrainStage stage, Shuffle shuffle) {
        this.rows = rows;
        this.stage = stage;
        this.shuffle = shuffle;
    }

    /**
     * Whether, and by what, rows are shuffled.
     *
     * @param random whether each epoch is shuffled anew
     * @param seed the recipe's seed
     * @param stage the stage's index
     */
    public record Shuffle(boolean random, long seed, int stage) {}

    /** Optimizer steps of the stage: as the recipe says, or enough for its epochs, or one pass. */
    public long steps() {
        Long steps = stage.steps();
        if (steps != null) {
            return steps;
        }
        Double epochs = stage.epochs();
        double passes = epochs == null ? 1 : epochs;
        return Math.max(1, (long) Math.ceil(passes * rows.count() / rowsPerStep()));
    }

    private long rowsPerStep() {
        return (long) stage.batch() * stage.accumulate();
    }

    /** Passes over the data after a number of steps. */
    public double epoch(long steps) {
        return (double) steps * rowsPerStep() / rows.count();
    }

    /** The rows of a step, counted from 0, one list per micro-batch. */
    public List<List<TokenRow>> step(long step) {
        List<List<TokenRow>> microBatches = new ArrayList<>();
        for (int i = 0; i < stage.accumulate(); i++) {
            List<TokenRow> batch = new ArrayList<>();
            for (int j = 0; j < stage.batch(); j++) {
                batch.add(row(step * rowsPerStep() + (long) i * stage.batch() + j));
            }
            microBatches.add(batch);
        }
        return microBatches;
    }

    private TokenRow row(long number) {
        int epoch = Math.toIntExact(number / rows.count());
        int place = (int) (number % rows.count());
        return rows.row(shuffle.random() ? shuffled(epoch)[place] : place);
    }

    private int[] shuffled(int epoch) {
        if (epoch != shuffledEpoch) {
            shuffled = IntStream.range(0, rows.count()).toArray();
            Random random = Randoms.stream(shuffle.seed(), "rows", shuffle.stage(), epoch);
            for (int i = shuffled.length - 1; i > 0; i--) {
                int j = random.nextInt(i + 1);
                int kept = shuffled[i];
                shuffled[i] = shuffled[j];
                shuffled[j] = kept;
            }
            shuffledEpoch = epoch;
        }
        return shuffled;
    }
}
