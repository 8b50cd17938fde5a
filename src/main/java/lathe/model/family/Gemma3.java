package lathe.model.family;

import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import lathe.model.arch.Architecture;
import lathe.model.arch.Attention;
import lathe.model.arch.Part;
import lathe.model.arch.Rope;
import lathe.model.arch.Window;
import lathe.model.keys.Keys;
import lathe.model.keys.Ropes;
import lathe.run.Failure;

/** Gemma 3's text model (Gemma Team 2025): Gemma 2 with norms on heads, and a rope of their own for sliding layers. */
final class Gemma3 implements Family {
    private static final double FAR_THETA = 1_000_000;
    private static final double NEAR_THETA = 10_000;

    @Override
    public String type() {
        return "gemma3_text";
    }

    @Override
    public Architecture architecture(Keys keys) throws Failure {
        Map<Part, String> modules = Gemma2.modules();
        modules.put(Part.QUERY_NORM, "self_attn.q_norm");
        modules.put(Part.KEY_NORM, "self_attn.k_norm");
        return Decoders.of(
                keys,
                attention(keys),
                Gemma2.feedForward(keys),
                Gemma2.norm(keys),
                Gemma2.embedding(keys, Gemma2.capOf(keys, "final_logit_softcapping", 0)),
                modules);
    }

    private static Attention attention(Keys keys) throws Failure {
        int layers = keys.whole("num_hidden_layers");
        int period = keys.whole("sliding_window_pattern", 6);
        List<Boolean> near =
                IntStream.range(0, layers).mapToObj(i -> (i + 1) % period != 0).toList();
        int tokens = keys.whole("sliding_window", 4096);
        Window window = new Window(tokens, Decoders.chosen(keys, near), nearRope(keys));
        // the peer reads a cap on scores and does not use it
        Attention attention = Gemma2.attention(keys, true, 0, window);
        return new Attention(
                attention.heads(),
                attention.kvHeads(),
                attention.headDim(),
                attention.maps(),
                attention.scores(),
                farRope(keys),
                window);
    }

    private static Rope farRope(Keys keys) throws Failure {
        Keys both = keys.within("rope_parameters");
        Keys rope = keys.has("rope_scaling") ? keys.within("rope_scaling") : both.within("full_attention");
        return Ropes.read(keys, rope, headDim(keys), keys.number("rope_theta", FAR_THETA));
    }

    private static Rope nearRope(Keys keys) throws Failure {
        Keys rope = keys.within("rope_parameters").within("sliding_attention");
        return Ropes.read(keys, rope, headDim(keys), keys.number("rope_local_base_freq", NEAR_THETA));
    }

    private static int headDim(Keys keys) throws Failure {
        return keys.whole("head_dim", Gemma2.HEAD_DIM);
    }
}
