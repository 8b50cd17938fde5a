package lathe.model.file;

import ai.djl.ndarray.NDArray;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import lathe.model.layout.Slot;
import lathe.model.quant.WeightForm;
import lathe.program.TensorType;
import lathe.program.Torch;
import lathe.run.Failure;

/**
 * Reads named tensors from one or several safetensors files, strictly: each slot is filled, each tensor is used once,
 * each shape is right. Tensors go to the device one by one.
 */
public final class TensorFiles {
    private static final int PART = 1 << 28;

    private final Torch torch;
    private final List<Path> files;
    private final Path folder;
    private final TensorNames names;
    private final int part;

    /** The files that an index names, else the single file. */
    public TensorFiles(Torch torch, Path folder, String name) throws Failure, IOException {
        this(torch, folder, name, TensorNames.asTheyAre(), PART);
    }

    /**
     * The same for files whose names and forms differ from those of the slots.
     *
     * @param part bytes that go to the device at a time, a multiple of 4
     */
    TensorFiles(Torch torch, Path folder, String name, TensorNames names, int part) throws Failure, IOException {
        this.torch = torch;
        this.folder = folder;
        this.names = names;
        this.part = part;
        files = WeightFiles.of(folder, name);
    }

    /** A reader of a model's own files. */
    static TensorFiles ofModel(Torch torch, Path folder, TensorNames names) throws Failure, IOException {
        return new TensorFiles(torch, folder, ModelFolder.WEIGHTS, names, PART);
    }

    /**
     * The tensors of the slots, in their order.
     *
     * @param unneeded tells tensors that may be there and are not wanted, by their names
     */
    public List<NDArray> read(List<Slot> slots, TensorType type, Predicate<String> unneeded)
            throws Failure, IOException {
        try (MapForms forms = new MapForms(torch, WeightForm.DENSE, type)) {
            return read(slots, type, unneeded, forms);
        }
    }

    /** The same for linear maps that may be of four bits, in the files or in memory. */
    List<NDArray> read(List<Slot> slots, TensorType type, Predicate<String> unneeded, MapForms forms)
            throws Failure, IOException {
        Map<String, Slot> wanted = new LinkedHashMap<>();
        slots.forEach(slot -> wanted.put(slot.name(), slot));
        Map<String, NDArray> found = new LinkedHashMap<>();
        Set<String> unknown = new TreeSet<>();
        for (Path file : files) {
            try (Safetensors tensors = Safetensors.open(file)) {
                for (Safetensors.Entry entry : tensors.entries().values()) {
                    String name = names.slot(entry.name(), wanted.keySet());
                    Slot slot = wanted.get(name);
                    if (forms.isPart(name, slot, entry)) {
                        forms.add(name, entry.type(), whole(tensors, entry, entry.type()));
                    } else if (slot != null) {
                        refuseTwice(found, name, file);
                        found.put(name, forms.fit(slot, load(tensors, entry, slot, forms.reading(slot, type), file)));
                    } else if (!unneeded.test(name)) {
                        unknown.add(entry.name());
                    }
                }
            }
        }
        forms.join(wanted, found, unknown, folder);
        checkComplete(wanted, found, unknown);
        return slots.stream().map(slot -> found.get(slot.name())).toList();
    }

    private static void refuseTwice(Map<String, NDArray> found, String name, Path file) throws Failure {
        if (found.containsKey(name)) {
            throw Failure.badInput(
                    "The tensor " + name + " is there twice",
                    file.toString(),
                    "remove the files that do not belong to the model");
        }
    }

    private NDArray load(Safetensors tensors, Safetensors.Entry entry, Slot slot, TensorType type, Path file)
            throws Failure, IOException {
        boolean turned = names.isTurned(slot);
        checkShape(turned ? slot.turned() : slot, entry, file);
        if (entry.type() == TensorType.U8 && type != TensorType.U8) {
            throw Failure.badInput(
                    "The tensor " + slot.name() + " holds bytes, not numbers",
                    file.toString(),
                    "use a checkpoint in F32, F16 or BF16");
        }
        NDArray tensor = entry.size() <= part ? whole(tensors, entry, type) : inParts(tensors, entry, type);
        if (!turned) {
            return tensor;
        }
        NDArray kept = torch.tensors().turned(torch.manager(), tensor);
        tensor.close();
        return kept;
    }

    private NDArray whole(Safetensors tensors, Safetensors.Entry entry, TensorType type) throws IOException {
        return torch.tensors()
                .fromBytes(
                        torch.manager(),
                        tensors.bytes(entry, 0, (int) entry.size()),
                        entry.sizes(),
                        entry.type(),
                        type);
    }

    /** No more than a part is in main memory at a time, and no buffer ends before a large tensor does. */
    private NDArray inParts(Safetensors tensors, Safetensors.Entry entry, TensorType type) throws IOException {
        NDArray tensor = torch.tensors().empty(torch.manager(), entry.sizes(), type);
        for (long from = 0; from < entry.size(); from += part) {
            int length = (int) Math.min(part, entry.size() - from);
            long first = from / entry.type().bytes();
            torch.tensors().fill(tensor, first, tensors.bytes(entry, from, length), entry.type());
        }
        return tensor;
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
