package lathe.train;

import ai.djl.engine.EngineException;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import lathe.model.TinyModel;
import lathe.model.adapter.AdapterConfig;
import lathe.model.adapter.LoraAdapter;
import lathe.model.layout.InitialWeights;
import lathe.model.layout.ModelLayout;
import lathe.model.script.Arithmetic;
import lathe.model.text.TokenRow;
import lathe.program.TensorType;
import lathe.program.Torch;
import lathe.recipe.LossSettings;
import lathe.recipe.TrainStage;
import lathe.run.Randoms;
import org.jspecify.annotations.Nullable;

/** Tiny trainees, rows for them, and errors that a device may raise. */
final class Tiny {
    private static final int ROWS = 8;

    private Tiny() {}

    /** A trainee that always begins alike. */
    static Trainee trainee(Torch torch, TrainStage.Method method, TensorType type, LossSettings loss) throws Exception {
        Arithmetic compute = Arithmetic.plain(type);
        if (method == TrainStage.Method.FULL) {
            return Trainee.full(
                    torch, TinyModel.config(), InitialWeights.model(torch, TinyModel.config(), 5), compute, loss);
        }
        AdapterConfig config = AdapterConfig.lora(4, 8, 0, "all-linear");
        LoraAdapter adapter = TinyModel.adapter(torch, ModelLayout.of(TinyModel.config()), config, 9);
        for (int i = 1; i < adapter.matrices().size(); i += 2) {
            adapter.matrices().get(i).addi(0.02f);
        }
        return Trainee.lora(torch, InitialWeights.model(torch, TinyModel.config(), 5), adapter, compute, loss);
    }

    /** Rows of unequal lengths, of which unequally many tokens count; the third has none. */
    static List<TokenRow> rows(long seed) {
        Random random = Randoms.stream(seed, "rows");
        List<TokenRow> rows = new ArrayList<>();
        for (int i = 0; i < ROWS; i++) {
            int[] ids = new int[4 + random.nextInt(20)];
            boolean[] trained = new boolean[ids.length];
            for (int j = 0; j < ids.length; j++) {
                ids[j] = random.nextInt(TinyModel.VOCAB);
                trained[j] = i != 2 && (j + 1 == ids.length || random.nextInt(3) > 0);
            }
            rows.add(new TokenRow(ids, trained));
        }
        return rows;
    }

    /** The same rows with nothing to learn. */
    static List<TokenRow> masked(List<TokenRow> rows) {
        return rows.stream()
                .map(row -> new TokenRow(row.ids(), new boolean[row.ids().length]))
                .toList();
    }

    /** Rows in equal parts. */
    static List<List<TokenRow>> split(List<TokenRow> rows, int parts) {
        int each = rows.size() / parts;
        List<List<TokenRow>> batches = new ArrayList<>();
        for (int i = 0; i < parts; i++) {
            batches.add(rows.subList(i * each, (i + 1) * each));
        }
        return batches;
    }

    /** A device on which a micro-batch of more than so many tokens does not fit. */
    static Gradients.Backward small(Gradients.Backward device, int tokens) {
        return (scope, batch, seed, scale) -> {
            if (batch.size() > tokens) {
                throw new EngineException("CUDA out of memory. Tried to allocate 2.00 GiB");
            }
            return device.run(scope, batch, seed, scale);
        };
    }

    /** A device that fails at a call, counted from 1. */
    static Gradients.Backward failing(Gradients.Backward device, int call, @Nullable String message) {
        int[] calls = {0};
        return (scope, batch, seed, scale) -> {
            if (++calls[0] == call) {
                throw new EngineException(message);
            }
            return device.run(scope, batch, seed, scale);
        };
    }
}
