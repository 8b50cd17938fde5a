package lathe.model;

import ai.djl.ndarray.NDArray;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import lathe.program.TensorType;
import lathe.program.Torch;
import lathe.run.Failure;
import lathe.run.Json;

/**
 * Reads named tensors from one or several safetensors files, strictly: each slot is filled, each tensor is used once,
 * each shape is right.
 */
public final class TensorFiles {
    private final Torch torch;
    private final List<Path> files;
    private final Path folder;

    /** The files that an index names, else the single file. */
    public TensorFiles(Torch torch, Path folder, String name) throws Failure, IOException {
        this.torch = torch;
        this.folder = folder;
        files = filesOf(folder, name);
    }

    /** The safetensors files of a folder: the one of a name, or those that its index names. */
    static List<Path> filesOf(Path folder, String name) throws Failure, IOException {
        if (Files.isRegularFile(folder.resolve(name))) {
            return List.of(folder.resolve(name));
        }
        Path index = folder.resolve(name + ".index.json");
        if (!Files.isRegularFile(index)) {
            throw Failure.badInput(
                    "The weights are missing",
                    folder.resolve(name).toString(),
                    "name a folder that holds safetensors files; convert other formats with transformers");
        }
        Set<String> names = new TreeSet<>();
        for (JsonNode file : Json.read(index, JsonNode.class).path("weight_map")) {
            names.add(file.asText());
        }
        return names.stream().map(folder::resolve).toList();
    }

    /**
     * The tensors of the slots, in their order.
     *
     * @param unneeded names that may be there and are not wanted
     */
    public List<NDArray> read(List<Slot> slots, TensorType type, Set<String> unneeded) throws Failure, IOException {
        Map<String, Slot> wanted = new LinkedHashMap<>();
        slots.forEach(slot -> wanted.put(slot.name(), slot));
        Map<String, NDArray> found = new LinkedHashMap<>();
        Set<String> unknown = new TreeSet<>();
        for (Path file : files) {
            try (Safetensors tensors = Safetensors.open(file)) {
                for (Safetensors.Entry entry : tensors.entries().values()) {
                    Slot slot = wanted.get(entry.name());
                    if (slot != null) {
                        checkShape(slot, entry, file);
                        found.put(entry.name(), load(tensors, entry, type));
                    } else if (!unneeded.contains(entry.name()) && !entry.name().endsWith("rotary_emb.inv_freq")) {
                        unknown.add(entry.name());
                    }
                }
            }
        }
        checkComplete(wanted, found, unknown);
        return slots.stream().map(slot -> found.get(slot.name())).toList();
    }

    private NDArray load(Safetensors tensors, Safetensors.Entry entry, TensorType type) throws Failure, IOException {
        return torch.tensors().fromBytes(torch.manager(), tensors.bytes(entry), entry.sizes(), entry.type(), type);
    }

    private static void checkShape(Slot slot, Safetensors.Entry entry, Path file) throws Failure {
        if (!Arrays.equals(slot.shape(), entry.sizes())) {
            throw Failure.badInput(
                    "The tensor " + slot.name() + " should have the shape " + Arrays.toString(slot.shape()) + ", has "
                            + entry.shape(),
                    file.toString(),
                    "check that config and weights belong together");
        }
    }

    private void checkComplete(Map<String, Slot> wanted, Map<String, NDArray> found, Set<String> unknown)
            throws Failure {
        List<String> missing = new ArrayList<>(wanted.keySet());
        missing.removeAll(found.keySet());
        if (!missing.isEmpty() || !unknown.isEmpty()) {
            throw Failure.badInput(
                    "The tensors are not those of the model; missing: " + few(missing) + "; not known: "
                            + few(List.copyOf(unknown)),
                    folder.toString(),
                    "check that config and weights belong together");
        }
    }

    private static String few(List<String> names) {
        if (names.isEmpty()) {
            return "none";
        }
        String shown = String.join(", ", names.subList(0, Math.min(5, names.size())));
        return names.size() > 5 ? shown + " and " + (names.size() - 5) + " more" : shown;
    }
}
