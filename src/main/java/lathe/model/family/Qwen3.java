package lathe.model.family;

import java.util.Map;
import lathe.model.arch.Architecture;
import lathe.model.arch.Attention;
import lathe.model.arch.Part;
import lathe.model.keys.Keys;
import lathe.run.Failure;

/** Qwen 3 (Yang et al. 2025): Llama whose heads' queries and keys are normalised, with a width of heads of its own. */
final class Qwen3 implements Family {
    private static final int HEAD_DIM = 128;

    @Override
    public String type() {
        return "qwen3";
    }

    @Override
    public Architecture architecture(Keys keys) throws Failure {
        boolean bias = keys.flag("attention_bias", false);
        Attention.Maps maps = new Attention.Maps(false, bias, bias, true);
        Map<Part, String> modules = Decoders.modules();
        modules.put(Part.QUERY_NORM, "self_attn.q_norm");
        modules.put(Part.KEY_NORM, "self_attn.k_norm");
        return Decoders.of(
                keys,
                Decoders.attention(keys, keys.whole("head_dim", HEAD_DIM), maps, Decoders.upperLayers(keys)),
                Decoders.gated(keys),
                Decoders.rms(keys, 1e-6),
                Decoders.embedding(keys),
                modules);
    }
}
