package lathe.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.ServiceLoader;
import lathe.clean.engine.EngineProvider;
import lathe.clean.engine.LocalEngine;
import lathe.clean.engine.Pass;
import lathe.pipeline.WorkerCommand;
import lathe.run.Failure;
import org.jspecify.annotations.Nullable;

/**
 * What {@code --engine} names: threads of this process, or an engine that brings a class path of its own, in a folder
 * beside the program's jar.
 *
 * @param name {@code local}, or a provider's
 * @param argument what stands behind the equals sign; empty where nothing does
 */
record EngineChoice(String name, String argument) {
    private static final String LOCAL = "local";

    static EngineChoice of(String option) {
        String[] parts = option.split("=", 2);
        return new EngineChoice(parts[0], parts.length == 1 ? "" : parts[1]);
    }

    /** Whether it is not on this process's class path: the verb must be run in a child that has it. */
    boolean isElsewhere() throws Failure {
        if (name.equals(LOCAL) || provider() != null) {
            return false;
        }
        if (!name.equals("spark")) {
            throw Failure.badInput("No such engine: " + name, "--engine", "local, or spark=MASTER");
        }
        if (ChildProcess.isOne() || !Files.isDirectory(WorkerCommand.beside(name))) {
            throw Failure.badInput(
                    "Apache Spark is not part of this installation",
                    "--engine",
                    "build it beside the program: mvn -Pspark -DskipTests package",
                    "or leave the option out: a single machine needs no Spark");
        }
        return true;
    }

    /** Runs this program's verb anew, with the engine on the class path. */
    void runElsewhere(List<String> verb) throws IOException {
        ChildProcess.run(WorkerCommand.with(WorkerCommand.beside(name), verb));
    }

    Pass.Engine engine(int threads) {
        EngineProvider provider = provider();
        return provider == null ? new LocalEngine(threads) : provider.engine(argument);
    }

    private @Nullable EngineProvider provider() {
        for (EngineProvider found : ServiceLoader.load(EngineProvider.class)) {
            if (found.name().equals(name)) {
                return found;
            }
        }
        return null;
    }
}
