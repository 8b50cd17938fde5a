package lathe.cli;

import lathe.model.text.TextWindow;
import lathe.run.Failure;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** {@code --window} and {@code --sinks}: a text that may go on beyond the positions of its model. */
final class WindowOption {
    @Option(
            names = "--window",
            paramLabel = "W",
            description = "Latest tokens that stay in sight; the text may then go on without end, in memory that does"
                    + " not grow. Default: all of a text no longer than the model's positions.")
    private @Nullable Integer window;

    @Option(
            names = "--sinks",
            paramLabel = "S",
            description = "With --window: first tokens that stay in sight as well; default: 4.")
    private @Nullable Integer sinks;

    /** The window, or null for none. */
    @Nullable
    TextWindow chosen() throws Failure {
        if (window == null && sinks != null) {
            throw Failure.badInput("Sinks stay beside a window", "--sinks", "add --window");
        }
        return window == null ? null : new TextWindow(window, sinks == null ? TextWindow.USUAL_SINKS : sinks);
    }
}
