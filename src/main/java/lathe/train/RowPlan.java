package lathe.train;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import lathe.model.text.TokenRow;
import lathe.recipe.MixSettings;
import lathe.run.Randoms;

/**
 * Which rows each micro-batch holds. It follows from the seed and the step alone, so a resumed run needs no position in
 * the data. With the order random, each epoch is shuffled anew; any other order is kept.
 */
final class RowPlan {
    private final Rows rows;
    private final TrainRequest request;
    private int shuffledEpoch = -1;
    private int[] shuffled = {};

    RowPlan(Rows rows, TrainRequest request) {
        this.rows = rows;
        this.request = request;
    }

    /** Optimizer steps of the stage: as the recipe says, or enough for its epochs, or one pass. */
    long steps() {
        Long steps = request.stage().steps();
        if (steps != null) {
            return steps;
        }
        Double epochs = request.stage().epochs();
        double passes = epochs == null ? 1 : epochs;
        return Math.max(1, (long) Math.ceil(passes * rows.count() / rowsPerStep()));
    }

    private long rowsPerStep() {
        return (long) request.stage().batch() * request.stage().accumulate();
    }

    /** Passes over the data after a number of steps. */
    double epoch(long steps) {
        return (double) steps * rowsPerStep() / rows.count();
    }

    /** The rows of a step, counted from 0, one list per micro-batch. */
    List<List<TokenRow>> step(long step) {
        List<List<TokenRow>> microBatches = new ArrayList<>();
        for (int i = 0; i < request.stage().accumulate(); i++) {
            List<TokenRow> batch = new ArrayList<>();
            for (int j = 0; j < request.stage().batch(); j++) {
                batch.add(row(step * rowsPerStep() + (long) i * request.stage().batch() + j));
            }
            microBatches.add(batch);
        }
        return microBatches;
    }

    private TokenRow row(long number) {
        int epoch = Math.toIntExact(number / rows.count());
        int place = (int) (number % rows.count());
        return rows.row(request.order().by() == MixSettings.Order.By.RANDOM ? shuffled(epoch)[place] : place);
    }

    private int[] shuffled(int epoch) {
        if (epoch != shuffledEpoch) {
            shuffled = IntStream.range(0, rows.count()).toArray();
            Random random = Randoms.stream(request.seed(), "rows", request.index(), epoch);
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
