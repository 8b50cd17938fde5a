package lathe;

import lathe.cli.Console;

/** Starts the program: a verb runs on the console, no verb opens the window. */
public final class Main {
    private Main() {}

    public static void main(String[] arguments) {
        System.exit(Console.run(arguments));
    }
}
