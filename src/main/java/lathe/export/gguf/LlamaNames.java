package lathe.export.gguf;

import java.util.Map;
import lathe.run.Failure;

/** What llama.cpp calls the tensors of a Llama, beside what transformers calls them. */
final class LlamaNames {
    private static final String LAYERS = "model.layers.";
    private static final String WEIGHT = ".weight";
    private static final Map<String, String> WHOLE = Map.of(
            "model.embed_tokens.weight", "token_embd.weight",
            "model.norm.weight", "output_norm.weight",
            "lm_head.weight", "output.weight");
    private static final Map<String, String> IN_LAYER = Map.of(
            "input_layernorm", "attn_norm",
            "self_attn.q_proj", "attn_q",
            "self_attn.k_proj", "attn_k",
            "self_attn.v_proj", "attn_v",
            "self_attn.o_proj", "attn_output",
            "post_attention_layernorm", "ffn_norm",
            "mlp.gate_proj", "ffn_gate",
            "mlp.up_proj", "ffn_up",
            "mlp.down_proj", "ffn_down");

    private LlamaNames() {}

    /** llama.cpp's name for a tensor of transformers'; a tensor that has none is a failure. */
    static String of(String name) throws Failure {
        String whole = WHOLE.get(name);
        if (whole != null) {
            return whole;
        }
        int dot = name.startsWith(LAYERS) ? name.indexOf('.', LAYERS.length()) : -1;
        String part = dot > 0 && name.endsWith(WEIGHT) && name.length() - WEIGHT.length() > dot
                ? IN_LAYER.get(name.substring(dot + 1, name.length() - WEIGHT.length()))
                : null;
        if (part == null) {
            throw Failure.badInput("GGUF has no name for the tensor " + name, name, "export the model as hf");
        }
        return "blk." + name.substring(LAYERS.length(), dot) + "." + part + WEIGHT;
    }
}
