package lathe.evaluate;

import ai.djl.engine.EngineException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import lathe.generate.GenerateOptions;
import lathe.generate.Generator;
import lathe.model.text.EndlessText;
import lathe.model.text.LanguageModel;
import lathe.model.text.TextWindow;
import lathe.model.text.TokenBatch;
import lathe.model.text.TokenRow;
import lathe.model.text.TokenScores;
import lathe.program.Torch;
import lathe.run.Failure;
import lathe.run.RunCancelledException;
import lathe.run.RunContext;
import lathe.text.Tokenizer;
import org.jspecify.annotations.Nullable;

/** Scores texts with a model. Used by one thread at a time. */
public final class Evaluator implements AutoCloseable {
    private static final int PIECE = 4096;

    private final Torch torch;
    private final LanguageModel model;
    private final Tokenizer tokenizer;

    private Evaluator(Torch torch, LanguageModel model, Tokenizer tokenizer) {
        this.torch = torch;
        this.model = model;
        this.tokenizer = tokenizer;
    }

    /**
     * Opens a model.
     *
     * @param folder model folder with its tokenizer
     * @param adapter adapter folder, or null for the model alone
     * @param device as {@code --device} takes it
     * @param threads threads on the processor; 0 takes all cores
     */
    public static Evaluator open(Path folder, @Nullable Path adapter, String device, int threads)
            throws Failure, IOException {
        Tokenizer tokenizer = Tokenizer.load(folder);
        Torch torch = Torch.open(device, threads);
        return new Evaluator(torch, LanguageModel.open(torch, folder, adapter), tokenizer);
    }

    /** One model of several on a device. */
    static Evaluator of(Torch torch, LanguageModel model, Tokenizer tokenizer) {
        return new Evaluator(torch, model, tokenizer);
    }

    /** Scores a text; tokens are added around it only where the tokenizer's configuration says so. */
    public Score score(String text, RunContext context) throws Failure, RunCancelledException {
        return score(tokenizer.encode(text, true), context);
    }

    /** Scores tokens: every one after the first. */
    public Score score(int[] ids, RunContext context) throws Failure, RunCancelledException {
        boolean[] all = new boolean[ids.length];
        Arrays.fill(all, true);
        return score(ids, all, context);
    }

    /**
     * Scores some of the tokens, as the answers of a conversation. A text longer than the model's context is scored in
     * windows that share one token, so that every token after the first is predicted once.
     *
     * @param counted whether the token at the same index counts; the first never does
     */
    public Score score(int[] ids, boolean[] counted, RunContext context) throws Failure, RunCancelledException {
        Score sum = Score.NONE;
        try {
            for (TokenRow window : windows(ids, counted, model.config().maxPositions())) {
                context.checkCancelled();
                sum = sum.plus(scoreWindow(window));
            }
        } catch (EngineException e) {
            throw Torch.outOfMemory(e, "--in", "", "split long records", "use a smaller model or --device cpu");
        }
        return sum;
    }

    static List<TokenRow> windows(int[] ids, boolean[] counted, int longest) {
        List<TokenRow> windows = new ArrayList<>();
        for (int from = 0; from + 1 < ids.length; from += longest) {
            int to = Math.min(ids.length, from + longest + 1);
            windows.add(new TokenRow(Arrays.copyOfRange(ids, from, to), Arrays.copyOfRange(counted, from, to)));
        }
        return windows;
    }

    private Score scoreWindow(TokenRow window) {
        TokenBatch batch = TokenBatch.of(List.of(window));
        return batch.trainedTokens() == 0 ? Score.NONE : Score.of(model.judge(batch));
    }

    /**
     * Scores a text token by token as one without end, of which only some stays in sight.
     *
     * @param parts hears every token
     */
    public Score scoreStream(int[] ids, TextWindow window, StreamParts parts, RunContext context)
            throws Failure, RunCancelledException {
        Score sum = Score.NONE;
        try (EndlessText text = model.begin(window)) {
            for (int from = 0; from + 1 < ids.length; from += PIECE) {
                context.checkCancelled();
                TokenScores scores = text.score(Arrays.copyOfRange(ids, from, Math.min(ids.length, from + PIECE + 1)));
                parts.add(from, scores);
                sum = sum.plus(Score.of(scores));
                context.progress(text.length(), ids.length - 1L, "tokens");
            }
        } catch (EngineException e) {
            throw Torch.outOfMemory(e, "--in", "", "lower --window", "use a smaller model or --device cpu");
        }
        return sum;
    }

    /** Parts of texts as long as this model's positions. */
    public StreamParts parts() {
        return new StreamParts(model.config().maxPositions());
    }

    /** The likeliest answer to a prompt. */
    public String answer(int[] prompt, int maxNew, RunContext context) throws Failure, RunCancelledException {
        int[] ids = Generator.continueTokens(model, prompt, GenerateOptions.greedy(maxNew), token -> {}, context);
        return tokenizer.decode(ids, true);
    }

    /** The tokenizer of the model's folder. */
    public Tokenizer tokenizer() {
        return tokenizer;
    }

    /** Lets go of this model; what it shares with others stays. */
    void closeModel() {
        model.close();
    }

    @Override
    public void close() {
        closeModel();
        torch.close();
        tokenizer.close();
    }
}
