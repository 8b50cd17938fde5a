package lathe.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.Callable;
import lathe.run.Failure;
import lathe.tokenize.convert.TokenizerSource;
import lathe.tokenize.convert.TokenizerWriter;
import lathe.tokenize.convert.TokenizerWriter.Form;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Writes a tokenizer in another form. */
@Command(
        name = "convert",
        mixinStandardHelpOptions = true,
        description = "Writes a tokenizer in another form; ids stay the same, or it fails.")
final class TokenizerConvertVerb implements Callable<Integer> {
    @Mixin
    private final CommonOptions common = new CommonOptions();

    @Option(
            names = "--tokenizer",
            paramLabel = "PATH",
            required = true,
            description =
                    "Folder or file: tokenizer.json, SentencePiece .model, .tiktoken, or vocab.json with merges.txt.")
    private Path tokenizer;

    @Option(
            names = "--to",
            paramLabel = "hf|sentencepiece|tiktoken|gpt2",
            required = true,
            description =
                    "Form to write: tokenizer.json, tokenizer.model, ranks.tiktoken, or vocab.json with merges.txt.")
    private String to;

    @Option(names = "--out", paramLabel = "DIR", required = true, description = "Folder to write.")
    private Path out;

    @Override
    public Integer call() throws Failure, IOException {
        TokenizerSource source = TokenizerSource.find(tokenizer);
        TokenizerWriter.write(source, form(), out);
        common.people().println(source.kind().name().toLowerCase(Locale.ROOT) + " -> " + to + ": " + out);
        return 0;
    }

    private Form form() throws Failure {
        for (Form form : Form.values()) {
            if (form.name().equalsIgnoreCase(to)) {
                return form;
            }
        }
        throw Failure.badInput("There is no form " + to, "--to", "use hf, sentencepiece, tiktoken or gpt2");
    }
}
