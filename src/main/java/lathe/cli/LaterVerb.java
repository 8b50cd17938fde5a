package lathe.cli;

import java.util.List;
import java.util.concurrent.Callable;
import lathe.run.Failure;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** A verb whose name is settled and whose work comes in a later version. */
@Command(description = "Not in this version.", mixinStandardHelpOptions = true, hidden = true)
final class LaterVerb implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Parameters(arity = "0..*", hidden = true)
    private @Nullable List<String> ignored;

    @Override
    public Integer call() throws Failure {
        throw Failure.later("lathe " + spec.name() + (ignored == null ? "" : " …"));
    }
}
