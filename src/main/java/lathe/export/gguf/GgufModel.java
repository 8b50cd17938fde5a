package lathe.export.gguf;

import ai.djl.ndarray.NDArray;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import lathe.export.gguf.file.GgufFile;
import lathe.export.gguf.file.RowSource;
import lathe.export.gguf.file.TensorInfo;
import lathe.model.arch.ModelConfig;
import lathe.model.layout.ModelLayout;
import lathe.model.layout.Slot;
import lathe.model.text.LanguageModel;
import lathe.program.TensorType;
import lathe.program.Tensors;
import lathe.program.Torch;
import lathe.run.Failure;

/** A model in a GGUF file as Lathe's own: blocks become float32, and rows go back to transformers' order. */
public final class GgufModel {
    private static final long MOST_NUMBERS = Integer.MAX_VALUE - 8;

    private final Torch torch;
    private final GgufFile file;
    private final GgufFamily family;
    private final ModelConfig config;

    private GgufModel(Torch torch, GgufFile file) throws Failure {
        this.torch = torch;
        this.file = file;
        family = LlamaKeys.family(file.metadata());
        config = LlamaKeys.read(file);
    }

    /**
     * Opens a file as a model that computes in float32.
     *
     * @throws Failure where the file is broken, is of another architecture, or lacks a tensor
     */
    public static LanguageModel open(Torch torch, Path path) throws Failure, IOException {
        try (GgufFile file = GgufFile.open(path)) {
            GgufModel model = new GgufModel(torch, file);
            ModelLayout layout = ModelLayout.of(model.config);
            return new LanguageModel(torch, layout, model.weights(path, layout), null, TensorType.F32);
        }
    }

    private List<NDArray> weights(Path path, ModelLayout layout) throws Failure, IOException {
        List<NDArray> weights = new ArrayList<>();
        Set<String> unused = new TreeSet<>(file.tensors().keySet());
        for (Slot slot : layout.slots()) {
            String name = LlamaNames.of(slot.name());
            TensorInfo tensor = file.tensors().get(name);
            List<Long> shape = Arrays.stream(slot.shape()).boxed().toList();
            if (tensor == null || !tensor.shape().equals(shape)) {
                throw Failure.badInput(
                        "The tensor " + name + " should have the shape " + shape + ", "
                                + (tensor == null ? "is missing" : "has " + tensor.shape()),
                        path.toString(),
                        "check that the file is whole");
            }
            unused.remove(name);
            weights.add(Tensors.create(torch.manager(), floats(slot, tensor), slot.shape()));
        }
        if (!unused.isEmpty()) {
            throw Failure.badInput(
                    "The model has no use for the tensor " + unused.iterator().next(),
                    path.toString(),
                    "supported: " + GgufFamily.names() + " without factors of their rotary angles");
        }
        return weights;
    }

    private float[] floats(Slot slot, TensorInfo tensor) throws Failure, IOException {
        if (tensor.numbers() > MOST_NUMBERS) {
            throw Failure.badInput(
                    "The tensor " + tensor.name() + " is too large to be read back",
                    tensor.shape().toString());
        }
        int length = tensor.rowLength();
        float[] all = new float[(int) tensor.numbers()];
        float[] row = new float[length];
        RowSource rows = file.rows(tensor);
        boolean moved = family.turnsNeighbours() && HeadRows.moved(slot.name());
        for (int i = 0; i < tensor.rows(); i++) {
            rows.read(
                    moved ? HeadRows.target(i, config.architecture().attention().headDim()) : i, row);
            System.arraycopy(row, 0, all, i * length, length);
        }
        return all;
    }
}
