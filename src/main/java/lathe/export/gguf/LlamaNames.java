package lathe.export.gguf;

import java.util.Map;
import lathe.run.Failure;

/** What llama.cpp calls the tensors of a Llama and of what took its form, beside what transformers calls them. */
final class LlamaNames {
    private static final String LAYERS = "model.layers.";
    private static final String WEIGHT = ".weight";
    private static final Map<String, String> WHOLE = Map.of(
            "model.embed_tokens.weight", "token_embd.weight",
            "model.norm.weight", "output_norm.weight",
            "lm_head.weight", "output.weight");
    private static final String BIAS = ".bias";
    private static final Map<String, String> IN_LAYER = Map.ofEntries(
            Map.entry("input_layernorm", "attn_norm"),
            Map.entry("self_attn.q_proj", "attn_q"),
            Map.entry("self_attn.k_proj", "attn_k"),
            Map.entry("self_attn.v_proj", "attn_v"),
            Map.entry("self_attn.q_norm", "attn_q_norm"),
            Map.entry("self_attn.k_norm", "attn_k_norm"),
            Map.entry("self_attn.o_proj", "attn_output"),
            Map.entry("post_attention_layernorm", "ffn_norm"),
            Map.entry("mlp.gate_proj", "ffn_gate"),
            Map.entry("mlp.up_proj", "ffn_up"),
            Map.entry("mlp.down_proj", "ffn_down"));

    private LlamaNames() {}

    /** llama.cpp's name for a tensor of transformers'; a tensor that has none is a failure. */
    static String of(String name) throws Failure {
        String whole = WHOLE.get(name);
        if (whole != null) {
            return whole;
        }
        int dot = name.startsWith(LAYERS) ? name.indexOf('.', LAYERS.length()) : -1;
        String kind = name.endsWith(BIAS) ? BIAS : WEIGHT;
        String part = dot > 0 && name.endsWith(kind) && name.length() - kind.length() > dot
                ? IN_LAYER.get(name.substring(dot + 1, name.length() - kind.length()))
                : null;
        if (part == null) {
            throw Failure.badInput("GGUF has no name for the tensor " + name, name, "export the model as hf");
        }
        return "blk." + name.substring(LAYERS.length(), dot) + "." + part + kind;
    }
}
