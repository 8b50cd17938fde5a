package lathe.model.family;

import java.util.Map;
import lathe.model.arch.Architecture;
import lathe.model.arch.Attention;
import lathe.model.arch.FeedForward;
import lathe.model.arch.Part;
import lathe.model.keys.Keys;
import lathe.run.Failure;

/** Phi-3 and Phi-4-mini (Abdin et al. 2024): Llama with fused matrices, of whose heads a share may turn. */
final class Phi3 implements Family {
    private static final double EPSILON = 1e-5;

    @Override
    public String type() {
        return "phi3";
    }

    @Override
    public Architecture architecture(Keys keys) throws Failure {
        FeedForward gated = Decoders.gated(keys);
        Map<Part, String> modules = Decoders.modules();
        modules.put(Part.QUERY_KEY_VALUE, "self_attn.qkv_proj");
        modules.put(Part.GATE_UP, "mlp.gate_up_proj");
        return Decoders.of(
                keys,
                Decoders.attention(
                        keys, new Attention.Maps(true, false, false, false), Decoders.everyLayer(keys, null)),
                new FeedForward(gated.inner(), gated.activation(), true, true, false),
                Decoders.rms(keys, EPSILON),
                Decoders.embedding(keys),
                modules);
    }
}
