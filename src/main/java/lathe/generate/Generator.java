package lathe.generate;

import ai.djl.engine.EngineException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.IntConsumer;
import java.util.function.IntPredicate;
import lathe.model.text.LanguageModel;
import lathe.model.text.TextState;
import lathe.program.Torch;
import lathe.run.Failure;
import lathe.run.RunCancelledException;
import lathe.run.RunContext;
import lathe.text.Tokenizer;
import org.jspecify.annotations.Nullable;

/** Continues texts with a model. Used by one thread at a time. */
public final class Generator implements AutoCloseable {
    private final Torch torch;
    private final LanguageModel model;
    private final Tokenizer tokenizer;

    private Generator(Torch torch, LanguageModel model, Tokenizer tokenizer) {
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
    public static Generator open(Path folder, @Nullable Path adapter, String device, int threads)
            throws Failure, IOException {
        Tokenizer tokenizer = Tokenizer.load(folder);
        Torch torch = Torch.open(device, threads);
        return new Generator(torch, LanguageModel.open(torch, folder, adapter), tokenizer);
    }

    /** Continues a text, and tells each piece as soon as it is whole; returns all of them joined. */
    public String generate(String prompt, GenerateOptions options, Consumer<String> piece, RunContext context)
            throws Failure, RunCancelledException {
        return generate(tokenizer.encode(prompt, true), options, piece, context);
    }

    /** Continues tokens, and tells each piece as soon as it is whole; returns all of them joined. */
    public String generate(int[] prompt, GenerateOptions options, Consumer<String> piece, RunContext context)
            throws Failure, RunCancelledException {
        StringBuilder text = new StringBuilder();
        StopStrings stop = new StopStrings(options.stop(), part -> {
            text.append(part);
            piece.accept(part);
        });
        TextStream stream = new TextStream(ids -> tokenizer.decode(ids, true), stop::add);
        int[] start = startOf(prompt);
        stream.skip(start);
        IntPredicate more = token -> {
            stream.add(token);
            return !stop.isMet();
        };
        continueWhile(model, start, options, more, context);
        stream.finish();
        stop.finish();
        return text.toString();
    }

    /** An empty prompt begins as a document does: after the end of another. */
    private int[] startOf(int[] prompt) throws Failure {
        return prompt.length > 0 ? prompt : new int[] {tokenizer.endOfText()};
    }

    /**
     * The tokens with which a model goes on, up to a token that ends a text, which is left out.
     *
     * @param prompt one token or more
     * @param each hears every token at once
     */
    public static int[] continueTokens(
            LanguageModel model, int[] prompt, GenerateOptions options, IntConsumer each, RunContext context)
            throws Failure, RunCancelledException {
        IntPredicate always = token -> {
            each.accept(token);
            return true;
        };
        return continueWhile(model, prompt, options, always, context);
    }

    private static int[] continueWhile(
            LanguageModel model, int[] prompt, GenerateOptions options, IntPredicate more, RunContext context)
            throws Failure, RunCancelledException {
        int longest = Math.min(prompt.length + options.maxNew(), model.config().maxPositions());
        if (prompt.length >= model.config().maxPositions()) {
            throw Failure.badInput(
                    "The prompt has " + prompt.length + " tokens, the model takes "
                            + model.config().maxPositions(),
                    "prompt",
                    "shorten it");
        }
        List<Integer> tokens = new ArrayList<>();
        Sampler sampler = new Sampler(options, prompt);
        try (TextState state = model.begin(longest)) {
            int[] next = Arrays.copyOf(prompt, prompt.length);
            while (state.length() + next.length <= longest && tokens.size() < options.maxNew()) {
                context.checkCancelled();
                int token = sampler.choose(model.advance(state, next));
                if (model.config().eosIds().contains(token)) {
                    break;
                }
                tokens.add(token);
                if (!more.test(token)) {
                    break;
                }
                next = new int[] {token};
            }
        } catch (EngineException e) {
            throw Torch.outOfMemory(e, "prompt", "", "lower --max-new", "use a smaller model or --device cpu");
        }
        return tokens.stream().mapToInt(Integer::intValue).toArray();
    }

    /** The tokenizer of the model's folder. */
    public Tokenizer tokenizer() {
        return tokenizer;
    }

    @Override
    public void close() {
        model.close();
        torch.close();
        tokenizer.close();
    }
}
