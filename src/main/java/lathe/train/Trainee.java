package lathe.train;

import ai.djl.ndarray.NDArray;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import lathe.model.adapter.AdapterConfig;
import lathe.model.adapter.AdapterFolder;
import lathe.model.adapter.LoraAdapter;
import lathe.model.arch.ModelConfig;
import lathe.model.file.ModelFolder;
import lathe.model.layout.InitialWeights;
import lathe.model.layout.ModelLayout;
import lathe.model.layout.Slot;
import lathe.model.script.ModelPrograms;
import lathe.model.text.LanguageModel;
import lathe.program.Program;
import lathe.program.TensorType;
import lathe.program.Torch;
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
    static Trainee full(Torch torch, ModelConfig config, List<NDArray> weights, TensorType compute)
            throws Failure, IOException {
        return full(torch, config, weights, compute, LossSettings.PLAIN);
    }

    /** The same for a loss that is not the plain one. */
    static Trainee full(Torch torch, ModelConfig config, List<NDArray> weights, TensorType compute, LossSettings loss)
            throws Failure, IOException {
        ModelLayout layout = ModelLayout.of(config);
        Program program = torch.load(new ModelPrograms(layout, null, compute).training(loss));
        return new Trainee(torch, layout, weights, null, program);
    }

    /** An adapter beside weights that have the type of the arithmetic. */
    static Trainee lora(Torch torch, List<NDArray> weights, LoraAdapter adapter, TensorType compute)
            throws Failure, IOException {
        return lora(torch, weights, adapter, compute, LossSettings.PLAIN);
    }

    /** The same for a loss that is not the plain one. */
    static Trainee lora(Torch torch, List<NDArray> weights, LoraAdapter adapter, TensorType compute, LossSettings loss)
            throws Failure, IOException {
        Program program = torch.load(new ModelPrograms(adapter.layout(), adapter.config(), compute).training(loss));
        return new Trainee(torch, adapter.layout(), weights, adapter, program);
    }

    /** What a request asks to train, as it is at the stage's beginning. */
    static Trainee of(Torch torch, TrainRequest request, Path base, ModelConfig config) throws Failure, IOException {
        TensorType compute = computeType(torch, request.stage().precision());
        if (request.stage().method() == TrainStage.Method.FULL) {
            List<NDArray> weights = request.start() instanceof TrainRequest.Start.New
                    ? InitialWeights.model(torch, config, request.seed())
                    : ModelFolder.weights(torch, base, TensorType.F32);
            return full(torch, config, weights, compute, request.stage().loss());
        }
        AdapterConfig shape = AdapterConfig.of(request.stage().lora());
        LoraAdapter adapter = LoraAdapter.create(torch, ModelLayout.of(config), shape, request.seed());
        return lora(
                torch,
                ModelFolder.weights(torch, base, compute),
                adapter,
                compute,
                request.stage().loss());
    }

    private static TensorType computeType(Torch torch, TrainStage.Precision precision) {
        return switch (precision) {
            case AUTO -> torch.device().isCuda() ? TensorType.BF16 : TensorType.F32;
            case FP32 -> TensorType.F32;
            case BF16 -> TensorType.BF16;
            case FP16 -> TensorType.F16;
        };
    }

    /** The tensors that train, float32. */
    List<NDArray> parameters() {
        return adapter == null ? weights : adapter.matrices();
    }

    /** Their names and shapes in the files of a model or an adapter. */
    List<Slot> slots() throws Failure {
        return adapter == null ? layout.slots() : LoraAdapter.slots(layout, adapter.config());
    }

    /** The list that stands for the adapter in a call. */
    List<NDArray> adapterArgument() {
        return LanguageModel.matricesOf(adapter, torch);
    }

    /** The same with other values of what trains. */
    Trainee with(List<NDArray> parameters) {
        if (adapter == null) {
            return new Trainee(torch, layout, parameters, null, program);
        }
        LoraAdapter other = new LoraAdapter(layout, adapter.config(), parameters);
        return new Trainee(torch, layout, weights, other, program);
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
