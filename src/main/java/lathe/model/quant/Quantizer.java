package lathe.model.quant;

import ai.djl.ndarray.NDArray;
import java.io.IOException;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import lathe.model.layout.Slot;
import lathe.program.Arguments;
import lathe.program.Program;
import lathe.program.ProgramText;
import lathe.program.TensorType;
import lathe.program.Torch;

/**
 * Makes linear maps of four bits and reads them: one tensor of bytes each, as programs take it. The numbers are those
 * of bitsandbytes, byte for byte: the codes of NF4 in blocks of 64, the first of two in the high half of a byte.
 */
public final class Quantizer implements AutoCloseable {
    private final Torch torch;
    private final Program making;
    private final Map<WeightForm, Program> reading = new EnumMap<>(WeightForm.class);

    /** Loads what makes them. */
    public Quantizer(Torch torch) throws IOException {
        this.torch = torch;
        making = torch.load(ProgramText.of(Map.of()).with("nf4_make").build());
    }

    /** The bytes of a map (outputs, inputs), owned by {@code torch}. */
    public NDArray quantized(NDArray map, WeightForm form) {
        Arguments arguments = Arguments.of().tensor(map).ints(form == WeightForm.NF4_DOUBLE ? 1 : 0);
        return making.call("quantize", torch.manager(), arguments).get(0);
    }

    /**
     * The bytes of a map from the parts of a file.
     *
     * @param packed two codes a byte
     * @param codes what the 16 codes stand for
     * @param factors a float32 for each block; or a table of 256, a float32 for each 256 blocks, an offset, and a byte
     *     for each block
     */
    NDArray joined(NDArray packed, NDArray codes, List<NDArray> factors) {
        Arguments arguments = Arguments.of().tensor(packed).tensor(codes).list(factors);
        return making.call("join", torch.manager(), arguments).get(0);
    }

    /** What the bytes of a map stand for, in a type, owned by {@code torch}. */
    public NDArray dense(NDArray bytes, WeightForm form, long rows, long columns, TensorType type) throws IOException {
        NDArray exact = program(form)
                .call("dense_map", torch.manager(), Arguments.of().tensor(bytes).ints(rows, columns))
                .get(0);
        if (type == TensorType.F32) {
            return exact;
        }
        try (exact) {
            return torch.tensors().cast(torch.manager(), exact, type);
        }
    }

    /** A map as dense numbers; itself where it is dense already. */
    public NDArray dense(NDArray map, WeightForm form, Slot slot) throws IOException {
        return form.isQuantized() ? dense(map, form, slot.rows(), slot.columns(), TensorType.F32) : map;
    }

    private Program program(WeightForm form) throws IOException {
        Program loaded = reading.get(form);
        if (loaded == null) {
            Map<String, Object> constants = Map.of("COMPUTE", TensorType.F32.torchNumber());
            loaded = torch.load(ProgramText.of(constants)
                    .with("nf4_values", form.module(), "nf4_read")
                    .build());
            reading.put(form, loaded);
        }
        return loaded;
    }

    @Override
    public void close() {
        making.close();
        reading.values().forEach(Program::close);
    }
}
