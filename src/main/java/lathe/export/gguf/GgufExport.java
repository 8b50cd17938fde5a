package lathe.export.gguf;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import lathe.export.gguf.file.GgufType;
import lathe.export.gguf.file.GgufValue;
import lathe.export.gguf.file.GgufWriter;
import lathe.export.gguf.file.RowSource;
import lathe.export.gguf.vocabulary.VocabularyKeys;
import lathe.model.arch.ModelConfig;
import lathe.model.file.ModelFolder;
import lathe.model.layout.ModelLayout;
import lathe.model.layout.Slot;
import lathe.run.Failure;

/**
 * Writes the folder of a Llama, Mistral, Qwen 2 or Qwen 3 as one GGUF file: names, keys and the order of rows are those
 * of llama.cpp's {@code convert_hf_to_gguf.py}. Norms stay float32, tied heads are one tensor, and a tensor whose rows
 * make no whole blocks stays F16. Memory: one tensor's mapping and a row.
 */
public final class GgufExport {
    private static final String TIED_HEAD = "lm_head.weight";

    private final GgufFamily family;
    private final ModelConfig config;
    private final SourceTensors source;
    private final GgufType type;
    private final List<String> notes = new ArrayList<>();

    private GgufExport(GgufFamily family, ModelConfig config, SourceTensors source, GgufType type) {
        this.family = family;
        this.config = config;
        this.source = source;
        this.type = type;
    }

    /**
     * Writes a file, whole or not at all.
     *
     * @param file where to
     * @param model folder with {@code config.json} and safetensors
     * @param tokenizer folder with {@code tokenizer.json}, and the chat template that the file shall name
     * @param type of the matrices
     * @param name for people
     * @return what the user should know of the file, in sentences
     * @throws Failure where the model or tokenizer is of a kind that cannot be written
     */
    public static List<String> write(Path file, Path model, Path tokenizer, GgufType type, String name)
            throws Failure, IOException {
        ModelConfig config = ModelFolder.config(model);
        GgufFamily family = GgufFamily.of(config, model);
        try (SourceTensors source = SourceTensors.open(model)) {
            GgufExport export = new GgufExport(family, config, source, type);
            Map<String, GgufValue> keys = LlamaKeys.of(family, config, type, name);
            VocabularyKeys vocabulary = VocabularyKeys.of(tokenizer, config);
            keys.putAll(vocabulary.keys());
            export.notes.addAll(vocabulary.notes());
            GgufWriter.write(file, keys, export.tensors());
            return export.notes;
        }
    }

    private List<GgufWriter.Tensor> tensors() throws Failure {
        List<Slot> slots = ModelLayout.of(config).slots();
        refuseOthers(slots);
        List<GgufWriter.Tensor> tensors = new ArrayList<>();
        Set<Integer> odd = new TreeSet<>();
        for (Slot slot : slots) {
            List<Long> shape = Arrays.stream(slot.shape()).boxed().toList();
            GgufType fitting = fitting(slot, odd);
            tensors.add(new GgufWriter.Tensor(LlamaNames.of(slot.name()), fitting, shape, rows(slot, shape)));
        }
        if (!odd.isEmpty()) {
            notes.add("Rows of " + odd + " numbers are no multiple of " + type.blockLength()
                    + ": their tensors stay F16");
        }
        return tensors;
    }

    private void refuseOthers(List<Slot> slots) throws Failure {
        Set<String> others = new TreeSet<>(source.names());
        slots.forEach(slot -> others.remove(slot.name()));
        others.removeIf(name -> name.endsWith("rotary_emb.inv_freq"));
        if (config.tied()) {
            others.remove(TIED_HEAD);
        }
        if (!others.isEmpty()) {
            throw Failure.badInput(
                    "GGUF has no place for the tensor " + others.iterator().next(), "", "export the model as hf");
        }
    }

    private GgufType fitting(Slot slot, Set<Integer> odd) {
        if (slot.columns() == 0) {
            return GgufType.F32;
        }
        if (!type.fits(slot.columns())) {
            odd.add(slot.columns());
            return GgufType.F16;
        }
        return type;
    }

    private RowSource rows(Slot slot, List<Long> shape) throws Failure {
        RowSource rows = source.rows(slot.name(), shape);
        return family.turnsNeighbours() && HeadRows.moved(slot.name())
                ? (row, into) -> rows.read(
                        HeadRows.source(row, config.architecture().attention().headDim()), into)
                : rows;
    }
}
