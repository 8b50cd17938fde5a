package lathe.train;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import lathe.model.adapter.AdapterConfig;
import lathe.model.adapter.AdapterFolder;
import lathe.model.adapter.AdapterStart;
import lathe.model.adapter.LoraAdapter;
import lathe.model.arch.ModelConfig;
import lathe.model.file.ModelFolder;
import lathe.model.layout.InitialWeights;
import lathe.model.layout.ModelLayout;
import lathe.model.layout.Slot;
import lathe.model.quant.WeightForm;
import lathe.model.script.Arithmetic;
import lathe.model.script.ModelPrograms;
import lathe.model.text.LanguageModel;
import lathe.program.Program;
import lathe.program.TensorType;
import lathe.program.Torch;
import lathe.recipe.LoraSettings;
import lathe.recipe.LossSettings;
import lathe.recipe.TrainStage;
import lathe.run.Failure;
import org.jspecify.annotations.Nullable;

/**
 * A model in training: its tensors, which of them train, and the program that trains them.
 *
 * @param weights all weights of the model; frozen where an adapter trains
 * @param adapter what trains beside them, or null where they train themselves
 * @param program the loaded text
 */
record Trainee(Torch torch, ModelLayout layout, List<NDArray> weights, @Nullable LoraAdapter adapter, Program program) {

    /** A model whose weights all train, in float32. */
    static Trainee full(Torch torch, ModelConfig config, List<NDArray> weights, Arithmetic arithmetic)
            throws Failure, IOException {
        return full(torch, config, weights, arithmetic, LossSettings.PLAIN);
    }

    /** The same for a loss that is not the plain one. */
    static Trainee full(
            Torch torch, ModelConfig config, List<NDArray> weights, Arithmetic arithmetic, LossSettings loss)
            throws Failure, IOException {
        ModelLayout layout = ModelLayout.of(config);
        Program program = torch.load(new ModelPrograms(layout, null, arithmetic).training(loss));
        return new Trainee(torch, layout, weights, null, program);
    }

    /** An adapter beside weights that have the type of the arithmetic, or are quantized. */
    static Trainee lora(Torch torch, List<NDArray> weights, LoraAdapter adapter, Arithmetic arithmetic)
            throws Failure, IOException {
        return lora(torch, weights, adapter, arithmetic, LossSettings.PLAIN);
    }

    /** The same for a loss that is not the plain one. */
    static Trainee lora(
            Torch torch, List<NDArray> weights, LoraAdapter adapter, Arithmetic arithmetic, LossSettings loss)
            throws Failure, IOException {
        Program program = torch.load(new ModelPrograms(adapter.layout(), adapter.config(), arithmetic).training(loss));
        return new Trainee(torch, adapter.layout(), adapter.savedInto(weights), adapter, program);
    }

    /** What a request asks to train, as it is at the stage's beginning. */
    static Trainee of(Torch torch, TrainRequest request, Path base, ModelConfig config) throws Failure, IOException {
        TrainStage stage = request.stage();
        Arithmetic arithmetic = arithmetic(torch, stage, base);
        if (!stage.method().isAdapter()) {
            List<NDArray> weights = request.start() instanceof TrainRequest.Start.New
                    ? InitialWeights.model(torch, config, request.seed())
                    : ModelFolder.weights(torch, base, TensorType.F32);
            return full(torch, config, weights, arithmetic, stage.loss());
        }
        List<NDArray> weights = ModelFolder.weights(torch, base, arithmetic.compute(), arithmetic.weights());
        LoraSettings settings = stage.lora();
        AdapterStart start = new AdapterStart(
                torch, ModelLayout.of(config), AdapterConfig.of(settings), settings.initLoraWeights(), request.seed());
        return lora(torch, weights, start.beside(weights, arithmetic.weights()), arithmetic, stage.loss());
    }

    /** Weights of four bits are made dense a layer at a time, so their layers are always computed again. */
    private static Arithmetic arithmetic(Torch torch, TrainStage stage, Path base) throws Failure, IOException {
        TensorType compute = computeType(torch, stage.precision());
        boolean quantized = stage.method() == TrainStage.Method.QLORA;
        boolean again = quantized || stage.gradientCheckpointing() == TrainStage.Checkpointing.ALWAYS;
        boolean flash = torch.device().isCuda()
                && compute != TensorType.F32
                && !System.getProperty("os.name").startsWith("Windows");
        return new Arithmetic(compute, quantized ? form(stage, base) : WeightForm.DENSE, again, flash);
    }

    /** A model that is quantized already stays as it is. */
    private static WeightForm form(TrainStage stage, Path base) throws Failure, IOException {
        WeightForm stored = ModelFolder.storedForm(base);
        if (stored.isQuantized()) {
            return stored;
        }
        return stage.doubleQuant() ? WeightForm.NF4_DOUBLE : WeightForm.NF4;
    }

    private static TensorType computeType(Torch torch, TrainStage.Precision precision) {
        return switch (precision) {
            case AUTO -> torch.device().isCuda() ? TensorType.BF16 : TensorType.F32;
            case FP32 -> TensorType.F32;
            case BF16 -> TensorType.BF16;
            case FP16 -> TensorType.F16;
        };
    }

    /** The tensors that train, float32, in the order in which the program gives their gradients. */
    List<NDArray> parameters() {
        return adapter == null ? weights : adapter.tensors();
    }

    /** Their names and shapes in the files of a model or an adapter, in the same order. */
    List<Slot> slots() throws Failure {
        return adapter == null ? layout.slots() : LoraAdapter.slots(layout, adapter.config());
    }

    /**
     * The share of the learning rate that each parameter has: LoRA+ (Hayou et al. 2024) moves B, and vectors, faster
     * than A. Without it all are 1.
     */
    List<Double> rates(TrainStage stage) {
        Double ratio = stage.method().isAdapter() ? stage.lora().loraplusLrRatio() : null;
        List<Double> all = new ArrayList<>(Collections.nCopies(parameters().size(), 1.0));
        if (adapter != null && ratio != null) {
            int first = adapter.saved().size();
            int each = adapter.config().tensorsPerMap();
            for (int i = 0; i < all.size(); i++) {
                boolean second = i >= first && (i - first) % each == 1;
                boolean vector = parameters().get(i).getShape().dimension() == 1;
                all.set(i, second || vector ? ratio : 1.0);
            }
        }
        return all;
    }

    /** The list that stands for the adapter in a call that trains. */
    List<NDArray> adapterArgument() {
        return LanguageModel.matricesOf(adapter, torch);
    }

    /** The same for a call that scores. */
    List<NDArray> preparedAdapter(NDManager scope) {
        return adapter == null
                ? adapterArgument()
                : LanguageModel.prepared(program, scope, weights, adapter.matrices());
    }

    /** The same with other values of what trains. */
    Trainee with(List<NDArray> parameters) throws Failure {
        if (adapter == null) {
            return new Trainee(torch, layout, parameters, null, program);
        }
        LoraAdapter other = adapter.with(parameters);
        return new Trainee(torch, layout, other.savedInto(weights), other, program);
    }

    /** Writes the result: a model folder, or an adapter folder whose base lies at {@code base}. */
    void write(Path folder, Path base, Path tokenizer) throws Failure, IOException {
        java.nio.file.Files.createDirectories(folder.toAbsolutePath().getParent());
        if (adapter == null) {
            ModelFolder.write(folder, layout.config(), weights, tokenizer);
        } else {
            AdapterFolder.write(folder, adapter, base);
        }
    }
}
