package lathe.model.text;

import ai.djl.ndarray.NDManager;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import lathe.program.Arguments;
import lathe.program.TensorType;
import lathe.program.Tensors;
import lathe.program.Torch;

/** Texts side by side that grow together, a token each at a time; none sees another, nor any padding. */
public final class TextBatch implements AutoCloseable {
    private final LanguageModel model;
    private final List<int[]> prompts;
    private final int[] longest;
    private final int[] ends;
    private final KeptRoom room;

    /**
     * Texts that begin with prompts.
     *
     * @param longest tokens that each will have at most, its prompt included
     */
    TextBatch(LanguageModel model, List<int[]> prompts, int[] longest, Torch torch, TensorType type) {
        this.model = model;
        this.prompts = prompts;
        this.longest = longest.clone();
        ends = prompts.stream().mapToInt(prompt -> prompt.length).toArray();
        int most = Arrays.stream(longest).max().orElseThrow();
        room = new KeptRoom(torch, model.config(), type, prompts.size(), layer -> most);
    }

    /** Reads the prompts; scores of the token after each, vocabSize numbers a text. */
    public float[][] begin() {
        int width = Arrays.stream(ends).max().orElseThrow();
        long[] ids = new long[prompts.size() * width];
        for (int row = 0; row < prompts.size(); row++) {
            for (int i = 0; i < ends[row]; i++) {
                ids[row * width + i] = prompts.get(row)[i];
            }
        }
        long[] last = Arrays.stream(ends).mapToLong(end -> end - 1).toArray();
        return call("begin_batch", ids, width, last, prompts.size());
    }

    /**
     * Adds a token to each text; scores of the token after it.
     *
     * @param tokens one a text
     * @param grows whether the text goes on; to one that does not nothing is added, and its scores mean nothing
     */
    public float[][] advance(int[] tokens, boolean[] grows) {
        long[] ids = Arrays.stream(tokens).asLongStream().toArray();
        long[] at = IntStream.range(0, ids.length)
                .mapToLong(row -> Math.min(ends[row], longest[row] - 1))
                .toArray();
        for (int row = 0; row < ends.length; row++) {
            ends[row] += grows[row] ? 1 : 0;
        }
        return call("advance_batch", ids, 1, at, at.length, 1);
    }

    private float[][] call(String method, long[] ids, int width, long[] places, long... shape) {
        long now = Math.min(
                Arrays.stream(longest).max().orElseThrow(),
                1 + Arrays.stream(places).max().orElseThrow());
        try (NDManager scope = model.scope()) {
            Arguments arguments = Arguments.of()
                    .tensor(Tensors.create(scope, ids, ends.length, width))
                    .tensor(Tensors.create(scope, places, shape));
            model.withWeights(arguments).list(room.keys()).list(room.values());
            arguments.ints(
                    LongStream.concat(LongStream.of(now), Arrays.stream(longest).asLongStream())
                            .toArray());
            return rows(model.call(method, scope, arguments));
        }
    }

    private float[][] rows(float[] all) {
        int vocab = all.length / ends.length;
        return IntStream.range(0, ends.length)
                .mapToObj(row -> Arrays.copyOfRange(all, row * vocab, (row + 1) * vocab))
                .toArray(float[][]::new);
    }

    @Override
    public void close() {
        room.close();
    }
}
