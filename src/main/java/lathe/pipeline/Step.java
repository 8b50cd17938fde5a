package lathe.pipeline;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** The steps of a recipe, in order. The first four are shared by all runs of a project. */
public enum Step {
    IMPORT,
    CLEAN,
    TOKENIZER,
    MIX,
    TRAIN,
    EVALUATE,
    EXPORT;

    /** The step's name on the command line, in events and in folder names. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Whether its result rests in the project and is shared, rather than in a run's own folder. */
    public boolean isShared() {
        return compareTo(MIX) <= 0;
    }

    /** The step of that name. */
    public static Optional<Step> of(String word) {
        return Arrays.stream(values()).filter(step -> step.word().equals(word)).findFirst();
    }
}
