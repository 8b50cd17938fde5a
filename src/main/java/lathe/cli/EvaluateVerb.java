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
import java.util.Optional;
import java.util.stream.Stream;
import lathe.data.Document;
import lathe.data.Message;
import lathe.evaluate.AnswerScores;
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
            description = "Writes {\"id\", \"tokens\", \"nll\"}, a line per record; with --answers these, too.")
    private @Nullable Path perRecord;

    @Override
    void compute(VerbContext context) throws Failure, IOException, RunCancelledException {
        try (Inputs inputs = Inputs.open(in, context);
                Evaluator evaluator = Evaluator.open(model, adapter, device.chosen(), common.threads);
                Stream<Document> records = inputs.corpus().read();
                Writer lines = perRecord == null ? Writer.nullWriter() : open(perRecord)) {
            ChatTemplate chat = template == null ? null : ChatTemplate.of(template, model);
            if (answers && chat == null) {
                throw Failure.badInput("Answers need a template to be asked in", "--answers", "add --template");
            }
            AnswerScores answered = new AnswerScores();
            Score sum = Score.NONE;
            long done = 0;
            for (Iterator<Document> each = records.iterator(); each.hasNext(); ) {
                Document document = each.next();
                Score score = score(evaluator, document, chat, context);
                Map<String, Object> row = row("id", document.id(), score);
                if (answers && chat != null) {
                    answer(evaluator, document, chat, answered, context).ifPresent(one -> row.put("answer", one));
                }
                lines.write(Json.line(row) + "\n");
                sum = sum.plus(score);
                context.progress(++done, inputs.corpus().size(), "records");
            }
            Map<String, Object> total = row(null, null, sum);
            total.put("perplexity", sum.perplexity());
            if (answers) {
                total.put("answers", answered.all());
            }
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

    /** What the model says where the last message of a conversation is an answer, beside that. */
    private Optional<AnswerScores.One> answer(
            Evaluator evaluator, Document document, ChatTemplate chat, AnswerScores all, VerbContext context)
            throws Failure, RunCancelledException {
        List<Message> messages = document.messages();
        int last = messages.size() - 1;
        if (last < 1 || !messages.get(last).role().equals("assistant")) {
            return Optional.empty();
        }
        int[] prompt = Conversations.prompt(evaluator.tokenizer(), chat, messages.subList(0, last));
        String said = evaluator.answer(prompt, maxNew, context);
        return Optional.of(all.add(said, messages.get(last).content()));
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
