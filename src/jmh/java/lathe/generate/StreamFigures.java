package lathe.generate;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import lathe.model.arch.Attention;
import lathe.model.text.EndlessText;
import lathe.model.text.LanguageModel;
import lathe.model.text.TextState;
import lathe.model.text.TextWindow;
import lathe.model.text.TokenBatch;
import lathe.model.text.TokenRow;
import lathe.program.Torch;
import lathe.text.Tokenizer;

/**
 * A text longer than its model learned, in four ways: all of it in sight; the latest tokens computed anew for each;
 * window and sinks; a window without sinks. Perplexity part by part, milliseconds a token, bytes of keys and values.
 */
public final class StreamFigures {
    private static final int SINKS = 4;
    /** Of the recomputed window only every so many tokens are scored. */
    private static final int SAMPLED = 16;

    private static final int TIMED = 100;

    private final LanguageModel model;
    private final int[] ids;
    private final int learned;

    private StreamFigures(LanguageModel model, int[] ids) {
        this.model = model;
        this.ids = ids;
        learned = model.config().maxPositions();
    }

    /** Arguments: a model folder, a text, and how many of its tokens to take. */
    public static void main(String... arguments) throws Exception {
        Path folder = Path.of(arguments[0]);
        try (Torch torch = Torch.open("cpu", 2);
                Tokenizer tokenizer = Tokenizer.load(folder);
                LanguageModel model = LanguageModel.open(torch, folder, null)) {
            int[] all = tokenizer.encode(Files.readString(Path.of(arguments[1])), true);
            int[] ids = Arrays.copyOf(all, Math.min(all.length, Integer.parseInt(arguments[2])));
            StreamFigures figures = new StreamFigures(model, ids);
            figures.perplexities();
            figures.times();
        }
    }

    private void perplexities() throws Exception {
        TextWindow kept = new TextWindow(learned - SINKS, SINKS);
        float[] whole = model.judge(TokenBatch.of(List.of(TokenRow.of(ids)))).likelihoods();
        say("all in sight", whole, 1);
        say("recomputed window", recomputed(), SAMPLED);
        float[] stream = stream(kept);
        say("window " + kept.tokens() + " and " + SINKS + " sinks", stream, 1);
        say("the same, same tokens", sampled(stream), SAMPLED);
        say("window " + learned + ", no sinks", stream(new TextWindow(learned, 0)), 1);
    }

    private float[] stream(TextWindow window) throws Exception {
        try (EndlessText text = model.begin(window)) {
            return text.score(ids).likelihoods();
        }
    }

    private static float[] sampled(float[] all) {
        float[] some = new float[all.length / SAMPLED];
        for (int i = 0; i < some.length; i++) {
            some[i] = all[i * SAMPLED];
        }
        return some;
    }

    private float[] recomputed() {
        float[] some = new float[(ids.length - 1) / SAMPLED];
        for (int i = 0; i < some.length; i++) {
            int to = i * SAMPLED + 2;
            int[] row = Arrays.copyOfRange(ids, Math.max(0, to - learned - 1), to);
            boolean[] last = new boolean[row.length];
            last[row.length - 1] = true;
            some[i] =
                    model.judge(TokenBatch.of(List.of(new TokenRow(row, last)))).likelihoods()[0];
        }
        return some;
    }

    /** Perplexity of each power of two of the learned length. */
    private void say(String way, float[] likelihoods, int every) {
        StringBuilder line = new StringBuilder(String.format(Locale.ROOT, "%-28s", way));
        for (int from = 0, to = learned; from < likelihoods.length * every; from = to, to *= 2) {
            int first = from / every;
            int end = Math.min(likelihoods.length, to / every);
            double sum = 0;
            for (int i = first; i < end; i++) {
                sum += likelihoods[i];
            }
            line.append(String.format(Locale.ROOT, "  %d: %.2f", to, Math.exp(sum / (end - first))));
        }
        System.out.println(line);
    }

    private void times() throws Exception {
        for (int length = learned; length < ids.length; length *= 4) {
            int[] before = Arrays.copyOf(ids, length);
            try (TextState all = model.begin(length + 2 * TIMED);
                    EndlessText stream = model.begin(new TextWindow(learned - SINKS, SINKS))) {
                model.advance(all, before);
                stream.advance(before);
                int[] window = Arrays.copyOfRange(before, length - learned, length);
                System.out.printf(
                        Locale.ROOT,
                        "after %,7d tokens, ms a token: all in sight %.2f, stream %.2f, recomputed %.2f;"
                                + " bytes: all %,d, stream %,d%n",
                        length,
                        median(token -> model.advance(all, token)),
                        median(stream::advance),
                        median(token -> model.logits(window)),
                        bytes(length),
                        stream.bytes());
            }
        }
    }

    private static double median(Consumer<int[]> step) {
        double[] times = new double[TIMED];
        for (int i = 0; i < TIMED; i++) {
            long start = System.nanoTime();
            step.accept(new int[] {i});
            times[i] = (System.nanoTime() - start) / 1e6;
        }
        Arrays.sort(times);
        return times[TIMED / 2];
    }

    private long bytes(long tokens) {
        Attention attention = model.config().architecture().attention();
        return 2L * model.config().layers() * tokens * attention.keyWidth() * Float.BYTES;
    }
}
