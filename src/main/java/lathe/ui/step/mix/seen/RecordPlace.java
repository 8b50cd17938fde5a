package lathe.ui.step.mix.seen;

import java.util.Random;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.SimpleIntegerProperty;
import lathe.run.Randoms;
import org.jspecify.annotations.Nullable;

/** Which of the records of a stage is looked at. */
final class RecordPlace {
    private final IntegerProperty place = new SimpleIntegerProperty(0);
    private @Nullable Random random;
    private int count;

    /** The place among the records, from 0. */
    ReadOnlyIntegerProperty property() {
        return place;
    }

    int get() {
        return place.get();
    }

    /** Begins at the first record of another stage. */
    void restart() {
        random = null;
        place.set(0);
    }

    /** Says how many records there are. */
    void setCount(int records) {
        count = records;
    }

    /** Goes to a place, or to the nearest that there is. */
    void go(int to) {
        place.set(Math.max(0, Math.min(to, count - 1)));
    }

    /** Goes to another place by chance: for a seed and a stage always through the same ones. */
    void goAnywhere(long seed, int stage) {
        if (random == null) {
            random = Randoms.stream(seed, "seen", stage);
        }
        int to = place.get();
        while (count > 1 && to == place.get()) {
            to = random.nextInt(count);
        }
        go(to);
    }
}
