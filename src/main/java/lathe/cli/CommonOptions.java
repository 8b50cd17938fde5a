package lathe.cli;

import java.io.PrintStream;
import java.util.function.Consumer;
import lathe.run.Event;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** What every verb takes. */
final class CommonOptions {
    @Option(
            names = "--json",
            description = "Events on standard output, one JSON object a line; people's text on standard error.")
    boolean json;

    @Option(names = "--threads", paramLabel = "N", description = "Most threads; default: all cores.")
    int threads;

    @Option(
            names = "--seed",
            paramLabel = "N",
            description = "Every random draw comes from it; default: the recipe's, or 42.")
    @Nullable
    Long seed;

    /** Where people's text goes. */
    PrintStream people() {
        return json ? System.err : System.out;
    }

    /** Shows events as they come. */
    Consumer<Event> reporter() {
        return new Reporter(people(), json ? System.out : null);
    }

    /** Threads as a number that can be used. */
    int threadsOrAll() {
        return threads > 0 ? threads : Runtime.getRuntime().availableProcessors();
    }

    long seedOr(long other) {
        return seed == null ? other : seed;
    }
}
