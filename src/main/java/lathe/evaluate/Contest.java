package lathe.evaluate;

import java.io.IOException;
import java.nio.file.Path;
import lathe.model.text.BaseAndTuned;
import lathe.program.Torch;
import lathe.run.Failure;
import lathe.text.Tokenizer;
import org.jspecify.annotations.Nullable;

/**
 * A model that was tuned, and its base beside it where that is wanted, for the same texts.
 *
 * @param base null where it is not asked
 */
public record Contest(Evaluator tuned, @Nullable Evaluator base) implements AutoCloseable {

    /** One model alone. */
    public static Contest alone(Path folder, @Nullable Path adapter, String device, int threads)
            throws Failure, IOException {
        return new Contest(Evaluator.open(folder, adapter, device, threads), null);
    }

    /** A model with its adapter, and without; the weights are there once. */
    public static Contest both(Path folder, Path adapter, String device, int threads) throws Failure, IOException {
        Tokenizer tokenizer = Tokenizer.load(folder);
        Torch torch = Torch.open(device, threads);
        BaseAndTuned models = BaseAndTuned.open(torch, folder, adapter);
        return new Contest(
                Evaluator.of(torch, models.tuned(), tokenizer), Evaluator.of(torch, models.base(), tokenizer));
    }

    @Override
    public void close() {
        if (base != null) {
            base.closeModel();
        }
        tuned.close();
    }
}
