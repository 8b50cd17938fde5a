package lathe.model.text;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import lathe.model.adapter.AdapterConfig;
import lathe.model.adapter.AdapterFolder;
import lathe.model.adapter.LoraAdapter;
import lathe.model.arch.ModelConfig;
import lathe.model.file.ModelFolder;
import lathe.model.layout.ModelLayout;
import lathe.model.script.Arithmetic;
import lathe.model.script.ModelPrograms;
import lathe.program.Arguments;
import lathe.program.Program;
import lathe.program.TensorType;
import lathe.program.Tensors;
import lathe.program.Torch;
import lathe.run.Failure;
import org.jspecify.annotations.Nullable;

/** A model, with an adapter or without, that scores and continues texts. */
public final class LanguageModel implements AutoCloseable {
    private final Torch torch;
    private final ModelLayout layout;
    private final List<NDArray> weights;
    private final List<NDArray> adapter;
    private final TensorType compute;
    private final Program program;

    /**
     * A model of tensors that lie on the device.
     *
     * @param adapter null for the weights alone
     * @param compute type of the arithmetic and of the weights
     */
    public LanguageModel(
            Torch torch, ModelLayout layout, List<NDArray> weights, @Nullable LoraAdapter adapter, TensorType compute)
            throws Failure, IOException {
        this.torch = torch;
        this.layout = layout;
        this.compute = compute;
        AdapterConfig shape = adapter == null ? null : adapter.config();
        program = torch.load(new ModelPrograms(layout, shape, Arithmetic.plain(compute)).inference());
        this.weights = adapter == null
                ? weights
                : adapter.savedInto(weights, tensor -> torch.tensors().cast(torch.manager(), tensor, compute));
        this.adapter = prepared(program, torch.manager(), this.weights, matricesOf(adapter, torch));
    }

    /** An adapter's tensors as the methods of a program that score and write take them. */
    public static List<NDArray> prepared(
            Program program, NDManager scope, List<NDArray> weights, List<NDArray> matrices) {
        return program.call("prepared", scope, Arguments.of().list(weights).list(matrices));
    }

    /** Opens a model's folder, and an adapter's where one is given; bf16 on CUDA, fp32 on the processor. */
    public static LanguageModel open(Torch torch, Path folder, @Nullable Path adapter) throws Failure, IOException {
        TensorType type = usualType(torch);
        ModelLayout layout = ModelLayout.of(ModelFolder.config(folder));
        LoraAdapter beside = adapter == null ? null : AdapterFolder.read(torch, adapter, layout);
        return new LanguageModel(torch, layout, ModelFolder.weights(torch, folder, type), beside, type);
    }

    static TensorType usualType(Torch torch) {
        return torch.device().isCuda() ? TensorType.BF16 : TensorType.F32;
    }

    /** What stands for an adapter in a call: a list that is never empty, as DJL cannot pass one that is. */
    public static List<NDArray> matricesOf(@Nullable LoraAdapter adapter, Torch torch) {
        return adapter == null ? List.of(Tensors.zeros(torch.manager(), 0)) : adapter.matrices();
    }

    public ModelConfig config() {
        return layout.config();
    }

    /** Negative log likelihood of each token to predict, row by row, natural logarithm. */
    public float[] likelihoods(TokenBatch batch) {
        try (NDManager scope = torch.manager().newSubManager()) {
            return likelihoods(program, torch, scope, batch, weights, adapter, config());
        }
    }

    /** Likelihoods as {@link #likelihoods} gives them, and which tokens are the likeliest. */
    public TokenScores judge(TokenBatch batch) {
        try (NDManager scope = scope()) {
            Arguments arguments = Arguments.of();
            batch.tensors(scope).forEach(arguments::tensor);
            withWeights(arguments).ints(LossChunk.rows(config().vocabSize(), torch.device()));
            return TokenScores.of(call("judge", scope, arguments));
        }
    }

    /** The same for any program that has the method {@code evaluate}; the adapter is {@link #prepared}. */
    public static float[] likelihoods(
            Program program,
            Torch torch,
            NDManager scope,
            TokenBatch batch,
            List<NDArray> weights,
            List<NDArray> adapter,
            ModelConfig config) {
        List<NDArray> in = batch.tensors(scope);
        Arguments arguments = Arguments.of()
                .tensor(in.get(0))
                .tensor(in.get(1))
                .tensor(in.get(2))
                .list(weights)
                .list(adapter)
                .ints(LossChunk.rows(config.vocabSize(), torch.device()));
        return program.call("evaluate", scope, arguments).get(0).toFloatArray();
    }

    /** Scores of all tokens as the next one after each token of a text, vocabSize numbers a token. */
    public float[] logits(int[] ids) {
        try (NDManager scope = torch.manager().newSubManager()) {
            Arguments arguments =
                    Arguments.of().tensor(row(scope, ids)).list(weights).list(adapter);
            return program.call("logits", scope, arguments).get(0).toFloatArray();
        }
    }

    /**
     * Begins a text of at most {@code longest} tokens. Rotary angles that depend on a text's length are those of
     * {@code longest} from its first token on, so that no earlier key has to turn anew.
     */
    public TextState begin(int longest) {
        return new TextState(torch, config(), compute, longest);
    }

    /** Adds tokens to a text: several at its beginning, later one. Returns the scores of the next token. */
    public float[] advance(TextState state, int[] ids) {
        try (NDManager scope = torch.manager().newSubManager()) {
            Arguments arguments = Arguments.of()
                    .tensor(row(scope, ids))
                    .list(weights)
                    .list(adapter)
                    .list(state.keys())
                    .list(state.values())
                    .ints(state.length());
            float[] scores = program.call("advance", scope, arguments).get(0).toFloatArray();
            state.grow(ids.length);
            return scores;
        }
    }

    /**
     * Begins a text that may go on without end.
     *
     * @throws Failure where the model has fewer positions than the window has places
     */
    public EndlessText begin(TextWindow window) throws Failure {
        window.check(config());
        return new EndlessText(this, window, torch, compute);
    }

    /**
     * Begins texts side by side.
     *
     * @param prompts one or more, of one token or more each
     * @param longest tokens that each will have at most, its prompt included
     */
    public TextBatch begin(List<int[]> prompts, int[] longest) {
        return new TextBatch(this, prompts, longest, torch, compute);
    }

    NDManager scope() {
        return torch.manager().newSubManager();
    }

    /** Adds the weights and the adapter to what a method is called with. */
    Arguments withWeights(Arguments arguments) {
        return arguments.list(weights).list(adapter);
    }

    float[] call(String method, NDManager scope, Arguments arguments) {
        return program.call(method, scope, arguments).get(0).toFloatArray();
    }

    /** A text and the likeliest tokens after it, one by one. */
    public int[] greedy(int[] prompt, int more) {
        int[] ids = java.util.Arrays.copyOf(prompt, prompt.length + more);
        try (TextState state = begin(ids.length)) {
            float[] scores = advance(state, prompt);
            for (int i = prompt.length; i < ids.length; i++) {
                ids[i] = likeliest(scores);
                scores = advance(state, new int[] {ids[i]});
            }
        }
        return ids;
    }

    /** The token with the highest score, the first of equals. */
    public static int likeliest(float[] scores) {
        int best = 0;
        for (int i = 1; i < scores.length; i++) {
            if (scores[i] > scores[best]) {
                best = i;
            }
        }
        return best;
    }

    private static NDArray row(NDManager scope, int[] ids) {
        long[] wide = java.util.Arrays.stream(ids).asLongStream().toArray();
        return Tensors.create(scope, wide, 1, ids.length);
    }

    /** Frees the program; the tensors belong to the {@link Torch} they lie on. */
    @Override
    public void close() {
        program.close();
    }
}
