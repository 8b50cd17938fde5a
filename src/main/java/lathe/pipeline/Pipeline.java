package lathe.pipeline;

import java.io.IOException;
import lathe.run.Failure;
import lathe.run.RunCancelledException;
import lathe.run.RunContext;

/** The steps in order. */
final class Pipeline {
    private Pipeline() {}

    static void run(RunFolder run, RunOptions options, RunContext context)
            throws Failure, IOException, RunCancelledException {
        for (Step step : Step.values()) {
            context.checkCancelled();
            if (options.includes(step)) {
                context.phase(step.word(), run.recipe().name());
            }
        }
    }
}
