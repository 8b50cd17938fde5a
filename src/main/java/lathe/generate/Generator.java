package lathe.generate;

import ai.djl.engine.EngineException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.IntConsumer;
import java.util.function.IntPredicate;
import lathe.model.text.EndlessText;
import lathe.model.text.LanguageModel;
import lathe.model.text.TextState;
import lathe.model.text.TextWindow;
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
        int[] start = startOf(prompt);
        WholeText text = new WholeText(tokenizer, start, options, piece);
        write(model, new Writing(start, options, model.config(), text), options, context);
        return text.finish();
    }

    /**
     * Continues several texts side by side. Each is what it would be alone with the seed of its number.
     *
     * @param first number of the first text, by which its seed is told from the others'
     * @return the texts in the order of their prompts
     */
    public List<String> generateAll(List<int[]> prompts, int first, GenerateOptions options, RunContext context)
            throws Failure, RunCancelledException {
        List<WholeText> texts = new ArrayList<>();
        List<Writing> writings = new ArrayList<>();
        for (int[] prompt : prompts) {
            int[] start = startOf(prompt);
            GenerateOptions own = options.forText(first + texts.size());
            texts.add(new WholeText(tokenizer, start, own, piece -> {}));
            writings.add(new Writing(start, own, model.config(), texts.get(texts.size() - 1)));
        }
        SideBySide.write(model, writings, context);
        return texts.stream().map(WholeText::finish).toList();
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
        Writing writing = new Writing(prompt, options, model.config(), always);
        write(model, writing, options, context);
        return writing.tokens();
    }

    private static void write(LanguageModel model, Writing writing, GenerateOptions options, RunContext context)
            throws Failure, RunCancelledException {
        TextWindow window = options.window();
        try {
            if (window == null) {
                try (TextState state = model.begin(writing.longest(model.config()))) {
                    write(writing, ids -> model.advance(state, ids), context);
                }
            } else {
                try (EndlessText text = model.begin(window)) {
                    write(writing, text::advance, context);
                }
            }
        } catch (EngineException e) {
            throw Torch.outOfMemory(e, "prompt", "", "lower --max-new", "use a smaller model or --device cpu");
        }
    }

    private static void write(Writing writing, Function<int[], float[]> advance, RunContext context)
            throws RunCancelledException {
        int[] next = writing.prompt();
        while (!writing.isOver()) {
            context.checkCancelled();
            writing.choose(advance.apply(next));
            next = new int[] {writing.last()};
        }
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
