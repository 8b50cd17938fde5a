package lathe.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import lathe.run.Event;
import lathe.run.Failure;
import lathe.run.RunCancelledException;
import lathe.tokenize.convert.ReadyTokenizer;
import lathe.tokenize.extend.PrunedTokenizer;
import lathe.tokenize.extend.TokenizerPruner;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Cuts a tokenizer down to what some text needs. */
@Command(
        name = "prune",
        mixinStandardHelpOptions = true,
        description =
                "Takes tokens out of a BPE tokenizer. Writes DIR/tokenizer.json, and pruned.json with the old id of each new one.")
final class TokenizerPruneVerb implements Callable<Integer> {
    /** What decides which tokens stay. */
    static final class Kept {
        @Option(
                names = "--in",
                paramLabel = "PATH",
                required = true,
                arity = "1..*",
                description = "Text whose tokens stay: files, folders, corpus folders.")
        List<Path> in = new ArrayList<>();

        @Option(
                names = "--merges",
                paramLabel = "N",
                required = true,
                description = "So many of the first merges stay.")
        @Nullable
        Integer merges;
    }

    @Mixin
    private final CommonOptions common = new CommonOptions();

    @Option(
            names = "--tokenizer",
            paramLabel = "PATH",
            required = true,
            description = "A tokenizer in any form that convert reads.")
    private Path place;

    @ArgGroup(multiplicity = "1")
    private Kept kept = new Kept();

    @Option(
            names = "--least",
            paramLabel = "N",
            defaultValue = "1",
            description = "With --in: tokens needed less often go, too; default: 1.")
    private long least = 1;

    @Option(names = "--out", paramLabel = "DIR", required = true, description = "Folder to write.")
    private Path out;

    @Override
    public Integer call() throws Failure, IOException, RunCancelledException {
        try (ReadyTokenizer ready = ReadyTokenizer.open(place);
                VerbContext context = new VerbContext(common.reporter())) {
            PrunedTokenizer pruned = prune(new TokenizerPruner(ready.folder()), context);
            pruned.write(out);
            context.emit(new Event.Artifact("tokenizer", out.toString()));
            common.people()
                    .println(String.format(
                            Locale.ROOT,
                            "%,d tokens of %,d stay",
                            pruned.table().newSize(),
                            pruned.table().oldSize()));
        }
        return 0;
    }

    private PrunedTokenizer prune(TokenizerPruner pruner, VerbContext context)
            throws Failure, IOException, RunCancelledException {
        if (kept.merges != null) {
            return pruner.toMerges(kept.merges);
        }
        try (TextInputs texts = TextInputs.open(kept.in, context)) {
            return pruner.toCorpus(texts.sequences(), least, common.threadsOrAll(), context);
        }
    }
}
