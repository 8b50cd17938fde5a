package lathe.evaluate;

import java.util.List;
import lathe.data.Document;
import lathe.data.Message;
import lathe.model.text.TextWindow;
import lathe.recipe.TrainStage;
import lathe.run.Failure;
import lathe.run.RunCancelledException;
import lathe.run.RunContext;
import lathe.text.chat.ChatTemplate;
import lathe.text.chat.Conversations;
import lathe.text.chat.EncodedConversation;
import org.jspecify.annotations.Nullable;

/** One model's scores of records, each and together. */
public final class RecordScorer {
    private final Evaluator evaluator;
    private final How how;
    private final AnswerScores answers = new AnswerScores();
    private final StreamParts parts;
    private Score sum = Score.NONE;

    /**
     * How records are scored.
     *
     * @param template in which conversations are rendered, and only their responses scored; null for their words alone
     * @param answers whether the model also answers, to be compared with what the record answers
     * @param maxNew most tokens of an answer
     * @param window by which a record is scored as a text without end; null for the model's whole context at a time
     */
    public record How(@Nullable ChatTemplate template, boolean answers, int maxNew, @Nullable TextWindow window) {}

    /**
     * What became of one record.
     *
     * @param answer null where the model was not asked, or the record has no answer to compare with
     */
    public record Scored(Score score, AnswerScores.@Nullable One answer) {}

    /** A scorer that has seen nothing yet. */
    public RecordScorer(Evaluator evaluator, How how) {
        this.evaluator = evaluator;
        this.how = how;
        parts = evaluator.parts();
    }

    /** Scores a record and counts it. */
    public Scored score(Document document, RunContext context) throws Failure, RunCancelledException {
        Score score = likelihood(document, context);
        sum = sum.plus(score);
        return new Scored(score, how.answers() ? answer(document, context) : null);
    }

    private Score likelihood(Document document, RunContext context) throws Failure, RunCancelledException {
        TextWindow window = how.window();
        ChatTemplate template = how.template();
        if (window != null) {
            int[] ids = evaluator.tokenizer().encode(document.content(), true);
            return evaluator.scoreStream(ids, window, parts, context);
        }
        if (template == null || !document.isConversation()) {
            return evaluator.score(document.content(), context);
        }
        EncodedConversation encoded =
                Conversations.encode(evaluator.tokenizer(), template, document.messages(), TrainStage.LossOn.RESPONSES);
        return evaluator.score(encoded.ids(), encoded.trained(), context);
    }

    /** What the model says where the last message of a conversation is an answer, beside that. */
    private AnswerScores.@Nullable One answer(Document document, RunContext context)
            throws Failure, RunCancelledException {
        List<Message> messages = document.messages();
        int last = messages.size() - 1;
        ChatTemplate template = how.template();
        if (template == null || last < 1 || !messages.get(last).role().equals("assistant")) {
            return null;
        }
        int[] prompt = Conversations.prompt(evaluator.tokenizer(), template, messages.subList(0, last));
        String said = evaluator.answer(prompt, how.maxNew(), context);
        return answers.add(said, messages.get(last).content());
    }

    /** All records together. */
    public Score sum() {
        return sum;
    }

    /** All answers together. */
    public AnswerScores.All answered() {
        return answers.all();
    }

    /** Texts without end, part by part; empty where none was scored so. */
    public StreamParts parts() {
        return parts;
    }
}
