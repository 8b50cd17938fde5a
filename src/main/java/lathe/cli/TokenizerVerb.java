package lathe.cli;

import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Builds tokenizers and tries them. */
@Command(
        name = "tokenizer",
        mixinStandardHelpOptions = true,
        description = "Builds tokenizers and tries them.",
        subcommands = {
            TokenizerTrainVerb.class,
            TokenizerExtendVerb.class,
            TokenizerPruneVerb.class,
            TokenizerConvertVerb.class,
            TokenizerEncodeVerb.class,
            TokenizerShowVerb.class,
            TokenizerInspectVerb.class
        })
final class TokenizerVerb implements Runnable {
    @Spec
    private CommandSpec spec;

    @Override
    public void run() {
        throw new CommandLine.ParameterException(
                spec.commandLine(), "Name what to do: train, extend, prune, convert, encode, show or inspect.");
    }
}
