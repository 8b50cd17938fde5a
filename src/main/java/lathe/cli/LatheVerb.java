package lathe.cli;

import lathe.pipeline.Version;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** The program itself: without a verb it says what there is. */
@Command(
        name = "lathe",
        description = "Takes raw text to a fine-tuned language model on one workstation.",
        versionProvider = LatheVerb.Versions.class,
        mixinStandardHelpOptions = true,
        subcommands = {
            RunVerb.class,
            ImportVerb.class,
            CleanVerb.class,
            TokenizerVerb.class,
            TrainVerb.class,
            EvaluateVerb.class,
            GenerateVerb.class,
            ExportVerb.class,
            SweepVerb.class,
            DevicesVerb.class,
            DoctorVerb.class,
            WorkerVerb.class,
        },
        footer = {
            "",
            "Without a verb the window opens. Exit status: 0 done, 1 a bug in Lathe, 2 wrong usage,",
            "3 bad input, 4 out of memory, disk or device, 5 cancelled."
        })
final class LatheVerb implements Runnable {
    @Spec
    private CommandSpec spec;

    @Override
    public void run() {
        throw new CommandLine.ParameterException(spec.commandLine(), "Name a verb.");
    }

    /** What {@code --version} prints. */
    static final class Versions implements CommandLine.IVersionProvider {
        @Override
        public String[] getVersion() {
            return new String[] {"Lathe " + Version.current()};
        }
    }
}
