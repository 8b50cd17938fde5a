package lathe.train.guard;

import ai.djl.engine.EngineException;
import java.util.List;
import lathe.program.NativeErrors;
import lathe.run.Failure;

/** What a lost device means to the user. */
public final class LostDevice {
    private LostDevice() {}

    /**
     * The failure of a step.
     *
     * @param step counted from 1
     * @param safe what is kept
     */
    public static Failure at(long step, String safe, EngineException error) {
        return new Failure(
                Failure.Kind.RESOURCES,
                "The device was lost at step " + step + ": " + NativeErrors.firstLine(error),
                "--device",
                safe,
                List.of(
                        "run the same command with --resume",
                        "if it happens again, look at the driver's log (dmesg) and at the card's temperature",
                        "use --device cpu, or another card"),
                error);
    }
}
