package lathe.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import lathe.data.HeldOut;
import lathe.mix.shard.CorpusShards;
import lathe.mix.shard.ShardLayout;
import lathe.run.Event;
import lathe.run.Failure;
import lathe.run.Json;
import lathe.run.RunCancelledException;
import lathe.text.Tokenizer;
import lathe.tokenize.convert.ReadyTokenizer;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Prints the ids of a text, or writes those of a corpus. */
@Command(
        name = "encode",
        mixinStandardHelpOptions = true,
        description = {
            "Prints the ids of a text as JSON; of a file, a line of ids per line.",
            "With --out, writes the ids of whole corpora as token shards, each record with its end; a command that was"
                    + " interrupted goes on where it stood."
        })
final class TokenizerEncodeVerb implements Callable<Integer> {
    private static final long DEFAULT_SEED = 42;

    /** What to encode. */
    static final class Texts {
        @Option(names = "--text", paramLabel = "TEXT", required = true, description = "A text.")
        @Nullable
        String text;

        @Option(
                names = "--in",
                paramLabel = "PATH",
                required = true,
                arity = "1..*",
                description = "A text file; with --out: files, folders, corpus folders.")
        @Nullable
        List<Path> paths;

        List<String> all() throws Failure, IOException {
            if (text != null) {
                return List.of(text);
            }
            if (paths == null || paths.size() != 1) {
                throw Failure.badInput("Only one file is printed at a time", "--in", "name one, or give --out");
            }
            return Files.readAllLines(paths.get(0), StandardCharsets.UTF_8);
        }
    }

    @Mixin
    private final CommonOptions common = new CommonOptions();

    @Option(
            names = "--tokenizer",
            paramLabel = "PATH",
            required = true,
            description = "A tokenizer in any form that convert reads.")
    private Path folder;

    @ArgGroup(multiplicity = "1")
    private Texts texts = new Texts();

    @Option(names = "--out", paramLabel = "DIR", description = "Folder for token shards.")
    private @Nullable Path out;

    @Option(
            names = "--to",
            paramLabel = "lathe|nanogpt|megatron",
            defaultValue = "lathe",
            description = "Whose shards: lathe's own, nanogpt's train.bin and val.bin, or megatron's .bin with .idx;"
                    + " default: lathe.")
    private ShardLayout to = ShardLayout.LATHE;

    @Option(
            names = "--held-out",
            paramLabel = "SHARE",
            defaultValue = "0",
            description = "Share of the records, 0 to 0.5, that the second shard gets: evaluate, or val; default: 0.")
    private double heldOut;

    @Option(
            names = "--template",
            paramLabel = "NAME",
            defaultValue = "alpaca",
            description = "How conversations become text: alpaca, chatml, llama2, llama3, plain or tokenizer;"
                    + " default: alpaca.")
    private String template = "alpaca";

    @Override
    public Integer call() throws Failure, IOException, RunCancelledException {
        if (out != null) {
            write(out);
            return 0;
        }
        try (ReadyTokenizer ready = ReadyTokenizer.open(folder);
                Tokenizer tokenizer = Tokenizer.load(ready.folder())) {
            for (String text : texts.all()) {
                System.out.println(Json.line(tokenizer.encode(text)));
            }
        }
        return 0;
    }

    private void write(Path shards) throws Failure, IOException, RunCancelledException {
        if (texts.paths == null) {
            throw Failure.badInput("Shards are made of files", "--text", "name them with --in");
        }
        if (!(heldOut >= 0 && heldOut <= 0.5)) {
            throw Failure.badInput("The share is not between 0 and 0.5: " + heldOut, "--held-out", "try 0.01");
        }
        try (VerbContext context = new VerbContext(common.reporter());
                ReadyTokenizer ready = ReadyTokenizer.open(folder);
                Inputs inputs = Inputs.open(texts.paths, context)) {
            CorpusShards.Request request = new CorpusShards.Request(
                    inputs.corpus(),
                    ready.folder(),
                    template,
                    new HeldOut(heldOut, common.seedOr(DEFAULT_SEED)),
                    to,
                    common.threadsOrAll());
            CorpusShards.Written written = CorpusShards.write(request, shards, context);
            context.emit(new Event.Artifact("shards", shards.toString()));
            common.people().println(summary(written));
        }
    }

    private String summary(CorpusShards.Written written) {
        String bytes = written.wide() ? "four bytes a token" : "two bytes a token";
        String note = written.wide() && to == ShardLayout.NANOGPT ? "; read them with dtype=np.uint32" : "";
        return String.format(
                Locale.ROOT,
                "%,d records and %,d held out, %,d tokens, %s%s",
                written.train(),
                written.heldOut(),
                written.tokens(),
                bytes,
                note);
    }
}
