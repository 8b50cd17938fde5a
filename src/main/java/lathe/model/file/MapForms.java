package lathe.model.file;

import ai.djl.ndarray.NDArray;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import lathe.model.layout.Slot;
import lathe.model.quant.BnbParts;
import lathe.model.quant.Quantizer;
import lathe.model.quant.WeightForm;
import lathe.program.TensorType;
import lathe.program.Torch;
import lathe.run.Failure;
import org.jspecify.annotations.Nullable;

/** Brings linear maps from the form that files have them in to the form that a program takes, one by one. */
final class MapForms implements AutoCloseable {
    private final Torch torch;
    private final WeightForm wanted;
    private final TensorType type;
    private final BnbParts parts = new BnbParts();
    private @Nullable Quantizer quantizer;

    /**
     * Forms of one reading.
     *
     * @param type of maps that become dense
     */
    MapForms(Torch torch, WeightForm wanted, TensorType type) {
        this.torch = torch;
        this.wanted = wanted;
        this.type = type;
    }

    /** Whether a tensor is a part of a map of four bits, and not bytes that are wanted as they are. */
    boolean isPart(String name, @Nullable Slot slot, Safetensors.Entry entry) {
        boolean codes = slot != null && slot.isLinear() && entry.type() == TensorType.U8;
        return type != TensorType.U8 && (codes || BnbParts.isPart(name));
    }

    /** Keeps a part. */
    void add(String name, TensorType stored, NDArray tensor) {
        if (BnbParts.isPart(name)) {
            parts.add(name, stored == TensorType.BF16 || stored == TensorType.F16 ? widened(tensor) : tensor);
        } else {
            parts.addCodes(name, tensor);
        }
    }

    private NDArray widened(NDArray tensor) {
        try (tensor) {
            return torch.tensors().cast(torch.manager(), tensor, TensorType.F32);
        }
    }

    /** The type to read a tensor in: a map that is to be quantized keeps all that its file tells. */
    TensorType reading(Slot slot, TensorType otherwise) {
        return becomesBytes(slot) ? TensorType.F32 : otherwise;
    }

    private boolean becomesBytes(Slot slot) {
        return wanted.isQuantized() && slot.isLinear();
    }

    /** A dense tensor in the form that is wanted. */
    NDArray fit(Slot slot, NDArray dense) throws IOException {
        if (!becomesBytes(slot)) {
            return dense;
        }
        try (dense) {
            return quantizer().quantized(dense, wanted);
        }
    }

    /** Joins the parts, each map's as soon as all files are read. */
    void join(Map<String, Slot> slots, Map<String, NDArray> found, Set<String> unknown, Path folder)
            throws Failure, IOException {
        for (String map : parts.maps()) {
            Slot slot = slots.get(map);
            if (slot == null) {
                unknown.add(map);
            } else {
                BnbParts.Joined joined =
                        parts.join(torch, quantizer(), map, slot.rows(), slot.columns(), folder.toString());
                found.put(map, fit(slot, joined));
            }
        }
    }

    private NDArray fit(Slot slot, BnbParts.Joined joined) throws IOException {
        if (joined.form() == wanted) {
            return joined.bytes();
        }
        TensorType read = reading(slot, type);
        try (NDArray bytes = joined.bytes()) {
            return fit(slot, quantizer().dense(bytes, joined.form(), slot.rows(), slot.columns(), read));
        }
    }

    private Quantizer quantizer() throws IOException {
        Quantizer loaded = quantizer;
        if (loaded == null) {
            loaded = new Quantizer(torch);
            quantizer = loaded;
        }
        return loaded;
    }

    @Override
    public void close() {
        if (quantizer != null) {
            quantizer.close();
        }
    }
}
