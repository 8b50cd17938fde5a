package lathe.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import lathe.data.Document;
import lathe.run.Failure;
import lathe.run.Json;
import lathe.run.RunCancelledException;
import lathe.text.Tokenizer;
import lathe.tokenize.TokenizerQuality;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Tells what a tokenizer is worth on some text. */
@Command(
        name = "inspect",
        mixinStandardHelpOptions = true,
        description = "Tells what a tokenizer is worth on some text, and whether all of it comes back.")
final class TokenizerInspectVerb implements Callable<Integer> {
    @Mixin
    private final CommonOptions common = new CommonOptions();

    @Option(names = "--tokenizer", paramLabel = "DIR", required = true, description = "Folder with a tokenizer.json.")
    private Path folder;

    @Option(
            names = "--in",
            paramLabel = "PATH",
            required = true,
            arity = "1..*",
            description = "Files, folders, corpus folders.")
    private List<Path> in;

    @Override
    public Integer call() throws Failure, IOException, RunCancelledException {
        try (VerbContext context = new VerbContext(common.reporter());
                Inputs inputs = Inputs.open(in, context);
                Tokenizer tokenizer = Tokenizer.load(folder);
                Stream<Document> records = inputs.corpus().read()) {
            print(TokenizerQuality.of(tokenizer, records, common.threadsOrAll(), context));
        }
        return 0;
    }

    private void print(TokenizerQuality quality) {
        if (common.json) {
            System.out.println(Json.line(quality));
        }
        common.people()
                .println(
                        "source               records        bytes       tokens  bytes/token  chars/token  tokens/word");
        quality.bySource().forEach(this::print);
        print("all", quality.total());
        common.people()
                .println(String.format(
                        Locale.ROOT,
                        "%,d of %,d tokens unused, %,d records do not come back as they were",
                        quality.unused().size(),
                        quality.vocabSize(),
                        quality.mismatches().size()));
    }

    private void print(String source, TokenizerQuality.Size size) {
        common.people()
                .println(String.format(
                        Locale.ROOT,
                        "%-16s %,11d %,12d %,12d %12.2f %12.2f %12.2f",
                        source,
                        size.records(),
                        size.bytes(),
                        size.tokens(),
                        size.bytesPerToken(),
                        size.charactersPerToken(),
                        size.tokensPerWord()));
    }
}
