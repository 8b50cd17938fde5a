package lathe.ui.kit;

import java.util.List;
import lathe.run.Event;

/** Failures that the window itself finds. */
public final class Failures {
    private Failures() {}

    /** The process of a job is gone without having said why. */
    public static Event.Failed crashed(Texts texts) {
        return new Event.Failed(
                texts.get("crash.what"),
                "",
                texts.get("crash.safe"),
                List.of(texts.get("crash.mend1"), texts.get("crash.mend2")));
    }
}
