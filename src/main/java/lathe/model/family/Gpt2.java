package lathe.model.family;

import java.util.EnumMap;
import java.util.Map;
import lathe.model.arch.Architecture;
import lathe.model.arch.Attention;
import lathe.model.arch.Embedding;
import lathe.model.arch.FeedForward;
import lathe.model.arch.Naming;
import lathe.model.arch.Norm;
import lathe.model.arch.Part;
import lathe.model.arch.Window;
import lathe.model.keys.Activations;
import lathe.model.keys.Keys;
import lathe.run.Failure;

/** GPT-2 (Radford et al. 2019): learned positions, layer norms, biases, and maps stored as (inputs, outputs). */
final class Gpt2 implements Family {
    @Override
    public String type() {
        return "gpt2";
    }

    @Override
    public Architecture architecture(Keys keys) throws Failure {
        keys.mustBe("scale_attn_by_inverse_layer_idx", false);
        keys.mustBe("add_cross_attention", false);
        int width = keys.whole("n_embd", 768);
        int layers = keys.whole("n_layer", 12);
        return new Architecture(
                keys.whole("vocab_size"),
                width,
                layers,
                keys.whole("n_positions", keys.whole("n_ctx", 1024)),
                attention(keys, width, layers),
                new FeedForward(
                        keys.whole("n_inner", 4 * width),
                        Activations.read(keys, "activation_function", "gelu_new"),
                        false,
                        false,
                        true),
                Norm.before(Norm.Kind.LAYER, keys.number("layer_norm_epsilon", 1e-5)),
                Embedding.plain(keys.flag("tie_word_embeddings", true)),
                naming());
    }

    private static Attention attention(Keys keys, int width, int layers) throws Failure {
        int heads = keys.whole("n_head", 12);
        double scale = keys.flag("scale_attn_weights", true) ? 0 : 1;
        return new Attention(
                heads,
                heads,
                width / heads,
                new Attention.Maps(true, true, true, false),
                new Attention.Scores(scale, 0),
                null,
                Window.none(layers));
    }

    private static Naming naming() {
        Map<Part, String> modules = new EnumMap<>(Part.class);
        modules.put(Part.INPUT_NORM, "ln_1");
        modules.put(Part.QUERY_KEY_VALUE, "attn.c_attn");
        modules.put(Part.OUTPUT, "attn.c_proj");
        modules.put(Part.BEFORE_FEED_FORWARD_NORM, "ln_2");
        modules.put(Part.UP, "mlp.c_fc");
        modules.put(Part.DOWN, "mlp.c_proj");
        return new Naming(
                "transformer.",
                "transformer.wte",
                "transformer.wpe",
                "transformer.h.",
                "transformer.ln_f",
                "lm_head",
                modules,
                true);
    }
}
