package lathe.cli;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
import java.util.stream.Stream;
import lathe.data.Document;
import lathe.evaluate.Contest;
import lathe.evaluate.RecordScorer;
import lathe.evaluate.ScoreTable;
import lathe.model.text.TextWindow;
import lathe.run.Failure;
import lathe.run.Json;
import lathe.run.RunCancelledException;
import lathe.text.chat.ChatTemplate;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Scores held-out text. */
@Command(
        name = "evaluate",
        mixinStandardHelpOptions = true,
        description = "Scores text: tokens, negative log likelihood, perplexity and the share of tokens that the model"
                + " finds likeliest, over every token after the first. With --window a text goes on without end,"
                + " and its parts are told one by one.")
final class EvaluateVerb extends TensorVerb {
    @Option(names = "--model", paramLabel = "DIR", required = true, description = "Model folder.")
    private Path model;

    @Option(names = "--adapter", paramLabel = "DIR", description = "Adapter folder.")
    private @Nullable Path adapter;

    @Option(
            names = "--in",
            paramLabel = "FILE",
            required = true,
            arity = "1..*",
            description = "Files, folders, corpus folders.")
    private List<Path> in;

    @Option(
            names = "--template",
            paramLabel = "NAME",
            description =
                    "Renders conversations and scores their responses only: alpaca, chatml, llama2, llama3, plain or tokenizer.")
    private @Nullable String template;

    @Option(
            names = "--answers",
            description =
                    "With --template: the model also answers each conversation, and its answers are compared with those in the file: exact match, ROUGE-L, BLEU.")
    private boolean answers;

    @Option(
            names = "--max-new",
            paramLabel = "N",
            defaultValue = "256",
            description = "Most tokens of an answer; default: 256.")
    private int maxNew = 256;

    @Option(
            names = "--per-record",
            paramLabel = "FILE",
            description = "Writes {\"id\", \"tokens\", \"nll\", \"token_accuracy\"}, a line per record; with --answers"
                    + " these, and with --compare-base the base's, too.")
    private @Nullable Path perRecord;

    @Option(
            names = "--compare-base",
            description = "With --adapter: the model without it is asked as well, and stands beside it as \"base\".")
    private boolean compareBase;

    @Mixin
    private final WindowOption window = new WindowOption();

    @Override
    void compute(VerbContext context) throws Failure, IOException, RunCancelledException {
        RecordScorer.How how = how();
        try (Inputs inputs = Inputs.open(in, context);
                Contest contest = contest();
                Stream<Document> records = inputs.corpus().read();
                Writer lines = perRecord == null ? Writer.nullWriter() : open(perRecord)) {
            ScoreTable table = new ScoreTable(contest, how);
            long done = 0;
            for (Iterator<Document> each = records.iterator(); each.hasNext(); ) {
                lines.write(Json.line(table.add(each.next(), context)) + "\n");
                context.progress(++done, inputs.corpus().size(), "records");
            }
            System.out.println(Json.line(table.total()));
        }
    }

    private RecordScorer.How how() throws Failure, IOException {
        if (answers && template == null) {
            throw Failure.badInput("Answers need a template to be asked in", "--answers", "add --template");
        }
        TextWindow kept = window.chosen();
        if (kept != null && template != null) {
            throw Failure.badInput(
                    "A text without end has no template", "--window, --template", "leave out one of the two");
        }
        ChatTemplate chat = template == null ? null : ChatTemplate.of(template, model);
        return new RecordScorer.How(chat, answers, maxNew, kept);
    }

    private Contest contest() throws Failure, IOException {
        if (!compareBase) {
            return Contest.alone(model, adapter, device.chosen(), common.threads);
        }
        if (adapter == null) {
            throw Failure.badInput(
                    "Without an adapter the model is its own base",
                    "--compare-base",
                    "add --adapter",
                    "evaluate two models by two commands");
        }
        return Contest.both(model, adapter, device.chosen(), common.threads);
    }

    private static BufferedWriter open(Path file) throws IOException {
        return Files.newBufferedWriter(file, StandardCharsets.UTF_8);
    }
}
