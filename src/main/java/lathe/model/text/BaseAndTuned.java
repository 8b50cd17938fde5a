package lathe.model.text;

import ai.djl.ndarray.NDArray;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import lathe.model.adapter.AdapterFolder;
import lathe.model.file.ModelFolder;
import lathe.model.layout.ModelLayout;
import lathe.program.TensorType;
import lathe.program.Torch;
import lathe.run.Failure;

/** A model without its adapter and with it, over one copy of the weights. */
public record BaseAndTuned(LanguageModel base, LanguageModel tuned) {

    /** Opens both as {@link LanguageModel#open} opens one. */
    public static BaseAndTuned open(Torch torch, Path folder, Path adapter) throws Failure, IOException {
        TensorType type = LanguageModel.usualType(torch);
        ModelLayout layout = ModelLayout.of(ModelFolder.config(folder));
        List<NDArray> weights = ModelFolder.weights(torch, folder, type);
        return new BaseAndTuned(
                new LanguageModel(torch, layout, weights, null, type),
                new LanguageModel(torch, layout, weights, AdapterFolder.read(torch, adapter, layout), type));
    }
}
