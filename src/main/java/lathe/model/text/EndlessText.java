package lathe.model.text;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntUnaryOperator;
import lathe.model.arch.ModelConfig;
import lathe.model.arch.Window;
import lathe.program.Arguments;
import lathe.program.ComputeDevice;
import lathe.program.TensorType;
import lathe.program.Tensors;
import lathe.program.Torch;

/**
 * A text that may go on without end, beyond the positions that its model learned: of what was said, only the first
 * tokens and the latest stay in sight, and what is kept never grows.
 *
 * <p>A layer that sees only its nearest tokens by itself keeps to the smaller window of the two.
 */
public final class EndlessText implements AutoCloseable {
    private final LanguageModel model;
    private final TextWindow window;
    private final KeptRoom room;
    private final ComputeDevice device;
    private int length;

    EndlessText(LanguageModel model, TextWindow window, Torch torch, TensorType type) {
        this.model = model;
        this.window = window;
        device = torch.device();
        room = new KeptRoom(torch, model.config(), type, 1, places(model.config(), window));
    }

    private static IntUnaryOperator places(ModelConfig config, TextWindow window) {
        Window own = config.architecture().attention().window();
        return layer -> window.within(own.layers().get(layer), own.tokens()).places();
    }

    /** Adds tokens and returns the scores of the next one. */
    public float[] advance(int[] ids) {
        float[] scores = {};
        for (int from = 0; from < ids.length; ) {
            int to = from + window.takes(length, ids.length - from);
            scores = step("advance_stream", Arrays.copyOfRange(ids, from, to), new int[0]);
            from = to;
        }
        return scores;
    }

    /**
     * Adds tokens, each of which predicts the one after it.
     *
     * @return what the model makes of all tokens but the first; the last is not added yet
     */
    public TokenScores score(int[] ids) {
        TokenScores all = new TokenScores(new float[0], new boolean[0]);
        for (int from = 0; from + 1 < ids.length; ) {
            int to = from + window.takes(length, ids.length - 1 - from);
            int[] targets = Arrays.copyOfRange(ids, from + 1, to + 1);
            all = all.plus(TokenScores.of(step("score_stream", Arrays.copyOfRange(ids, from, to), targets)));
            from = to;
        }
        return all;
    }

    private float[] step(String method, int[] ids, int[] targets) {
        try (NDManager scope = model.scope()) {
            Arguments arguments = Arguments.of().tensor(tensor(scope, ids, 1, ids.length));
            if (targets.length > 0) {
                arguments.tensor(tensor(scope, targets, targets.length));
            }
            model.withWeights(arguments).list(room.keys()).list(room.values());
            arguments.ints(
                    length,
                    window.sinks(),
                    window.tokens(),
                    LossChunk.rows(model.config().vocabSize(), device));
            float[] result = model.call(method, scope, arguments);
            length += ids.length;
            return result;
        }
    }

    private static NDArray tensor(NDManager scope, int[] ids, long... shape) {
        return Tensors.create(scope, Arrays.stream(ids).asLongStream().toArray(), shape);
    }

    /** Tokens so far, those out of sight included. */
    public int length() {
        return length;
    }

    /** Bytes of all keys and values, from the first token on and for ever. */
    public long bytes() {
        return room.bytes();
    }

    /** The tensors that hold them, for a look at what they cost. */
    List<NDArray> kept() {
        return room.keys();
    }

    @Override
    public void close() {
        room.close();
    }
}
