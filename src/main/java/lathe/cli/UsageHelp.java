package lathe.cli;

import java.io.PrintWriter;
import lathe.recipe.Nearest;
import picocli.CommandLine;

/** Answers a command line that cannot be understood: what is wrong, what was probably meant, where to read on. */
final class UsageHelp implements CommandLine.IParameterExceptionHandler {
    private static final int USAGE = 2;

    @Override
    public int handleParseException(CommandLine.ParameterException error, String[] arguments) {
        CommandLine command = error.getCommandLine();
        PrintWriter err = command.getErr();
        err.println(error.getMessage());
        if (error instanceof CommandLine.UnmatchedArgumentException unmatched) {
            String typed = unmatched.getUnmatched().get(0);
            Nearest.to(typed, command.getCommandSpec().optionsMap().keySet())
                    .or(() -> Nearest.to(typed, command.getSubcommands().keySet()))
                    .ifPresent(word -> err.println("did you mean " + word + "?"));
        }
        err.println("more: " + command.getCommandSpec().qualifiedName() + " --help");
        return USAGE;
    }
}
