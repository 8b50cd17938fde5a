package lathe.model;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import lathe.program.ProgramText;
import lathe.program.TensorType;
import lathe.run.Failure;
import org.jspecify.annotations.Nullable;

/** Chooses the modules of program text that a model needs, and the numbers that go into them. */
public final class ModelPrograms {

    private final ModelLayout layout;
    private final @Nullable AdapterConfig adapter;
    private final TensorType compute;

    /**
     * Programs for a model.
     *
     * @param adapter the adapter beside the frozen weights, or null for the weights alone
     * @param compute type of the arithmetic
     */
    public ModelPrograms(ModelLayout layout, @Nullable AdapterConfig adapter, TensorType compute) {
        this.layout = layout;
        this.adapter = adapter;
        this.compute = compute;
    }

    /** Scores and writes: methods {@code evaluate}, {@code logits} and {@code advance}. */
    public ProgramText inference() throws Failure {
        return decoder().with("loss_chunked", "evaluate", "attention_cache").build();
    }

    /**
     * Trains: methods {@code backward}, {@code accumulate}, {@code norm_of} and {@code update}, and {@code evaluate}.
     */
    public ProgramText training() throws Failure {
        String method = adapter == null ? "train_full" : "train_lora";
        return decoder()
                .with("loss_chunked", "evaluate", "train", method, "adamw")
                .build();
    }

    private ProgramText.Builder decoder() throws Failure {
        List<Slot> targeted = adapter == null ? List.of() : adapter.targeted(layout);
        ProgramText.Builder text = ProgramText.of(constants(targeted.size())).with("norm_rms", "positions_rotary");
        for (Slot slot : layout.linears()) {
            int place = targeted.indexOf(slot);
            text.with(place < 0 ? "linear_plain" : "linear_lora", linear(slot, place));
        }
        return text.with("attention_separate", "mlp_gated_silu", "decoder_prenorm");
    }

    private Map<String, Object> linear(Slot slot, int place) {
        Map<String, Object> values = new LinkedHashMap<>();
        values.put("NAME", slot.name().substring(slot.name().lastIndexOf('.') + 1));
        values.put("WEIGHT", layout.indexInLayer(slot.name()));
        if (adapter != null && place >= 0) {
            values.put("ADAPTER", 2 * place);
            values.put("SCALING", adapter.scaling());
        }
        return values;
    }

    private Map<String, Object> constants(int adapted) {
        ModelConfig config = layout.config();
        Map<String, Object> values = new TreeMap<>();
        values.put("HEADS", config.heads());
        values.put("KV_HEADS", config.kvHeads());
        values.put("HEAD_DIM", config.headDim());
        values.put("GROUPED", config.kvHeads() != config.heads());
        values.put("NORM_EPS", config.normEps());
        values.put("ROPE_THETA", config.ropeTheta());
        values.put("LAYERS", config.layers());
        values.put("LAYER_WEIGHTS", layout.layer().size());
        values.put("LAYER_ADAPTERS", 2 * adapted);
        values.put("INPUT_NORM", layout.indexInLayer("input_layernorm"));
        values.put("POST_NORM", layout.indexInLayer("post_attention_layernorm"));
        values.put("FINAL_NORM", layout.finalNorm());
        values.put("HEAD", layout.head());
        values.put("COMPUTE", compute.torchNumber());
        return values;
    }
}
