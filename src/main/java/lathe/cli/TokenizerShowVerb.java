package lathe.cli;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import lathe.data.Document;
import lathe.pipeline.RecipeFile;
import lathe.recipe.Recipe;
import lathe.recipe.TokenizerSettings;
import lathe.recipe.TrainStage;
import lathe.recipe.TrainStage.LossOn;
import lathe.recipe.TrainStage.Task;
import lathe.run.Failure;
import lathe.run.Json;
import lathe.run.RunCancelledException;
import lathe.text.Tokenizer;
import lathe.text.chat.ChatTemplate;
import lathe.text.chat.RecordEncoder;
import lathe.text.chat.Seen;
import lathe.text.chat.Seen.SeenToken;
import lathe.tokenize.convert.ReadyTokenizer;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Shows records as training reads them. */
@Command(
        name = "show",
        mixinStandardHelpOptions = true,
        description = "Shows what the model will see of a record: the text to the letter, its tokens, what is learned.")
final class TokenizerShowVerb implements Callable<Integer> {
    @Mixin
    private final CommonOptions common = new CommonOptions();

    @Option(
            names = "--recipe",
            paramLabel = "RECIPE",
            description =
                    "Takes template, task, loss and context from a recipe's stage, and the tokenizer if it names one.")
    private @Nullable Path recipe;

    @Option(names = "--stage", paramLabel = "N", defaultValue = "0", description = "Stage of the recipe; default: 0.")
    private int stage;

    @Option(names = "--tokenizer", paramLabel = "PATH", description = "A tokenizer in any form that convert reads.")
    private @Nullable Path folder;

    @Option(
            names = "--template",
            paramLabel = "NAME",
            description = "alpaca, chatml, llama2, llama3, plain or tokenizer; default: the recipe's, or alpaca.")
    private @Nullable String template;

    @Option(
            names = "--in",
            paramLabel = "PATH",
            required = true,
            arity = "1..*",
            description = "Files, folders, corpus folders.")
    private List<Path> in;

    @Option(names = "--record", paramLabel = "ID", description = "Only this record; default: the first.")
    private @Nullable String record;

    @Option(names = "--context", paramLabel = "N", description = "Tokens per row; default: the recipe's, or all.")
    private @Nullable Integer context;

    @Override
    public Integer call() throws Failure, IOException, RunCancelledException {
        Recipe whole = recipe == null ? null : read(recipe.toAbsolutePath());
        TrainStage of = whole == null ? null : stage(whole);
        Path place = tokenizer(whole);
        try (VerbContext surroundings = new VerbContext(common.reporter());
                Inputs inputs = Inputs.open(in, surroundings);
                ReadyTokenizer ready = ReadyTokenizer.open(place);
                Tokenizer tokenizer = Tokenizer.load(ready.folder())) {
            Document shown = find(inputs);
            String name = template != null ? template : of != null ? of.template() : "alpaca";
            Task task = of != null ? of.task() : shown.isConversation() ? Task.SFT : Task.PRETRAIN;
            LossOn lossOn = of != null ? of.lossOn() : LossOn.RESPONSES;
            int row = context != null ? context : of != null ? of.context() : Integer.MAX_VALUE;
            RecordEncoder encoder = new RecordEncoder(tokenizer, ChatTemplate.of(name, ready.folder()), task, lossOn);
            print(Seen.of(shown, encoder, row));
        }
        return 0;
    }

    private static Recipe read(Path file) throws Failure, IOException {
        Path home = file.getParent();
        return RecipeFile.resolve(RecipeFile.read(file, Map.of()), home == null ? file : home);
    }

    private TrainStage stage(Recipe whole) throws Failure {
        if (stage < 0 || stage >= whole.train().size()) {
            throw Failure.badInput(
                    "The recipe has no stage " + stage,
                    "--stage",
                    "it has " + whole.train().size() + ", counted from 0");
        }
        return whole.train().get(stage);
    }

    private Path tokenizer(@Nullable Recipe whole) throws Failure {
        if (folder != null) {
            return folder;
        }
        if (whole != null && whole.tokenizer() instanceof TokenizerSettings.From from) {
            return Path.of(from.from());
        }
        throw Failure.badInput("It is not said which tokenizer", "--tokenizer", "name a folder with a tokenizer.json");
    }

    private Document find(Inputs inputs) throws Failure, IOException {
        try (Stream<Document> records = inputs.corpus().read()) {
            for (Iterator<Document> each = records.iterator(); each.hasNext(); ) {
                Document next = each.next();
                if (record == null || next.id().equals(record)) {
                    return next;
                }
            }
        }
        throw Failure.badInput(
                record == null ? "There is no record" : "There is no record " + record,
                "--record",
                "leave it out for the first");
    }

    private void print(Seen seen) {
        if (common.json) {
            System.out.println(Json.line(seen));
        }
        PrintStream people = common.people();
        long learned = seen.tokens().subList(0, seen.seen()).stream()
                .filter(SeenToken::trained)
                .count();
        people.println("record " + seen.record());
        people.println(seen.text());
        people.println();
        people.println("     n       id  learned  text");
        for (int i = 0; i < seen.tokens().size(); i++) {
            if (i == seen.seen()) {
                people.println("-------- end of the context: what follows is cut off");
            }
            people.println(line(i, seen));
        }
        people.println(String.format(
                Locale.ROOT,
                "%,d tokens, %,d within the context, %,d of them learned",
                seen.tokens().size(),
                seen.seen(),
                learned));
        if (seen.quotedTokens() > 0) {
            people.println(seen.quotedTokens() + " special tokens are quoted in it");
        }
    }

    private static String line(int index, Seen seen) {
        SeenToken token = seen.tokens().get(index);
        String text = token.end() > token.start() ? seen.text().substring(token.start(), token.end()) : token.piece();
        return String.format(
                Locale.ROOT, "%6d %8d  %-7s  %s", index, token.id(), token.trained() ? "yes" : "", Json.line(text));
    }
}
