package lathe.model.adapter;

import ai.djl.ndarray.NDArray;
import com.fasterxml.jackson.core.JsonProcessingException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import lathe.model.file.SafetensorsWriter;
import lathe.model.file.TensorFiles;
import lathe.model.layout.ModelLayout;
import lathe.model.layout.Slot;
import lathe.program.TensorType;
import lathe.program.Torch;
import lathe.run.Failure;
import lathe.run.Json;
import lathe.run.WholeFile;

/** A folder with an adapter in PEFT's form: {@code adapter_config.json} and {@code adapter_model.safetensors}. */
public final class AdapterFolder {
    static final String CONFIG = "adapter_config.json";
    static final String WEIGHTS = "adapter_model.safetensors";

    private AdapterFolder() {}

    /**
     * Reads an adapter for a model, strictly; kinds of adapters that Lathe does not have are refused by name.
     *
     * @throws Failure also where a tied embedding and its head were trained apart, which a tied model cannot hold
     */
    public static LoraAdapter read(Torch torch, Path folder, ModelLayout layout) throws Failure, IOException {
        AdapterConfig config = config(folder);
        List<Slot> slots = LoraAdapter.slots(layout, config);
        String tiedHead = new SavedModules(layout, config).tiedHead();
        List<NDArray> tensors = new TensorFiles(torch, folder, WEIGHTS).read(slots, TensorType.F32, tiedHead::equals);
        if (!tiedHead.isEmpty()) {
            TiedHead.check(torch, folder, tiedHead, slots, tensors);
        }
        return LoraAdapter.of(layout, config, tensors);
    }

    /** The adapter's shape. */
    public static AdapterConfig config(Path folder) throws Failure, IOException {
        Path file = folder.resolve(CONFIG);
        if (!Files.isRegularFile(file)) {
            throw Failure.badInput(
                    "There is no adapter in this folder", file.toString(), "name a folder that PEFT or Lathe wrote");
        }
        try {
            return AdapterJson.read(Json.parse(Files.readString(file)), file);
        } catch (JsonProcessingException e) {
            throw Failure.badInput(
                    "adapter_config.json is not JSON: " + e.getOriginalMessage(),
                    file.toString(),
                    "copy the adapter again from where it came");
        }
    }

    /**
     * Writes an adapter; the folder appears whole or not at all. One that began with a part of the model's weights is
     * written as the equal adapter of twice the rank, which fits the model as it is (as PEFT converts PiSSA).
     *
     * @param base where the model lies to which the adapter belongs
     */
    public static void write(Path folder, LoraAdapter adapter, Path base) throws Failure, IOException {
        LoraAdapter plain = TakenParts.givenBack(adapter);
        Path beside = folder.resolveSibling(folder.getFileName() + ".part");
        WholeFile.deleteTree(beside);
        Files.createDirectories(beside);
        Json.write(beside.resolve(CONFIG), AdapterJson.write(plain.config(), plain.layout(), base));
        writeMatrices(beside.resolve(WEIGHTS), plain);
        WholeFile.move(beside, folder);
    }

    /** Writes the tensors alone, under PEFT's names. */
    public static void writeMatrices(Path file, LoraAdapter adapter) throws Failure, IOException {
        List<Slot> slots = LoraAdapter.slots(adapter.layout(), adapter.config());
        List<NDArray> tensors = adapter.tensors();
        Map<String, NDArray> named = new LinkedHashMap<>();
        for (int i = 0; i < slots.size(); i++) {
            named.put(slots.get(i).name(), tensors.get(i));
        }
        String tiedHead = new SavedModules(adapter.layout(), adapter.config()).tiedHead();
        if (!tiedHead.isEmpty()) {
            named.put(tiedHead, tensors.get(TiedHead.embedding(slots)));
        }
        SafetensorsWriter.write(file, named);
    }
}
