package lathe.cli;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import lathe.data.Document;
import lathe.evaluate.Evaluator;
import lathe.evaluate.Score;
import lathe.recipe.TrainStage;
import lathe.run.Failure;
import lathe.run.Json;
import lathe.run.RunCancelledException;
import lathe.text.chat.ChatTemplate;
import lathe.text.chat.Conversations;
import lathe.text.chat.EncodedConversation;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Scores held-out text. */
@Command(
        name = "evaluate",
        mixinStandardHelpOptions = true,
        description = "Scores text: tokens, negative log likelihood and perplexity, over every token after the first.")
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
            names = "--per-record",
            paramLabel = "FILE",
            description = "Writes {\"id\", \"tokens\", \"nll\"}, a line per record.")
    private @Nullable Path perRecord;

    @Override
    void compute(VerbContext context) throws Failure, IOException, RunCancelledException {
        try (Inputs inputs = Inputs.open(in, context);
                Evaluator evaluator = Evaluator.open(model, adapter, device.chosen(), common.threads);
                Stream<Document> records = inputs.corpus().read();
                Writer lines = perRecord == null ? Writer.nullWriter() : open(perRecord)) {
            ChatTemplate chat = template == null ? null : ChatTemplate.of(template, model);
            Score sum = Score.NONE;
            long done = 0;
            for (Iterator<Document> each = records.iterator(); each.hasNext(); ) {
                Document document = each.next();
                Score score = score(evaluator, document, chat, context);
                lines.write(Json.line(row("id", document.id(), score)) + "\n");
                sum = sum.plus(score);
                context.progress(++done, inputs.corpus().size(), "records");
            }
            Map<String, Object> total = row(null, null, sum);
            total.put("perplexity", sum.perplexity());
            System.out.println(Json.line(total));
        }
    }

    private Score score(Evaluator evaluator, Document document, @Nullable ChatTemplate chat, VerbContext context)
            throws Failure, RunCancelledException {
        if (chat == null || !document.isConversation()) {
            return evaluator.score(document.content(), context);
        }
        EncodedConversation encoded =
                Conversations.encode(evaluator.tokenizer(), chat, document.messages(), TrainStage.LossOn.RESPONSES);
        return evaluator.score(encoded.ids(), encoded.trained(), context);
    }

    private static Map<String, Object> row(@Nullable String key, @Nullable String value, Score score) {
        Map<String, Object> row = new LinkedHashMap<>();
        if (key != null && value != null) {
            row.put(key, value);
        }
        row.put("tokens", score.tokens());
        row.put("nll", score.nll());
        return row;
    }

    private static BufferedWriter open(Path file) throws IOException {
        return Files.newBufferedWriter(file, StandardCharsets.UTF_8);
    }
}
