package lathe.ui.seen;

import java.io.IOException;
import java.util.Optional;
import lathe.run.Failure;
import lathe.run.RunCancelledException;
import lathe.run.RunContext;

/**
 * A stage that would learn nothing of the records that were looked at.
 *
 * @param stage its index
 * @param looked records that were looked at: the first ones
 * @param first the first of them, as the stage reads it
 */
public record Unlearned(int stage, int looked, Reading first) {
    private static final int MOST = 100;

    /** Looks at the first records of a stage; empty where one of them has a token to learn, or there is none. */
    static Optional<Unlearned> find(int stage, StageReader reader, RunContext context)
            throws Failure, IOException, RunCancelledException {
        int looked = Math.min(MOST, reader.size());
        Optional<Reading> first = Optional.empty();
        for (int record = 0; record < looked; record++) {
            context.checkCancelled();
            Optional<Reading> reading = reader.read(record);
            if (reading.isEmpty() || reading.get().learned() > 0) {
                return Optional.empty();
            }
            first = first.or(() -> reading);
        }
        return first.map(reading -> new Unlearned(stage, looked, reading));
    }

    /** Whether these are all of its records: then training would refuse it as well. */
    public boolean isCertain() {
        return looked == first.count();
    }
}
