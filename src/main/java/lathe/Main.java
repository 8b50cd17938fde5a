package lathe;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import lathe.cli.Console;
import lathe.pipeline.SampleProject;
import lathe.ui.LatheApp;

/**
 * Starts the program: a verb runs on the console, no verb opens the window, or the sample where there is no display.
 */
public final class Main {
    private Main() {}

    public static void main(String[] arguments) {
        Utf8Streams.install();
        if (arguments.length > 0) {
            System.exit(Console.run(arguments));
        }
        String why = Display.whyNot();
        if (why.isEmpty()) {
            why = openWindow();
        }
        if (!why.isEmpty()) {
            System.exit(runSample(why));
        }
    }

    /** Opens the window and waits until it is closed; says why where that cannot be. */
    private static String openWindow() {
        try {
            LatheApp.start(new String[0]);
            return "";
        } catch (RuntimeException | LinkageError e) {
            String why = Display.noToolkit(e);
            if (why.isEmpty()) {
                throw e;
            }
            return why;
        }
    }

    private static int runSample(String why) {
        System.err.println("No window can be opened (" + why + "): running the sample on the console instead.");
        System.err.println("This takes a few minutes; lathe --help lists what else the console can do.");
        try {
            Path recipe = SampleProject.recipe(Path.of("lathe-out"));
            return Console.run("run", recipe.toString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
