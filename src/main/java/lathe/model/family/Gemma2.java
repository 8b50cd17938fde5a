package lathe.model.family;

import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import lathe.model.arch.Architecture;
import lathe.model.arch.Attention;
import lathe.model.arch.Embedding;
import lathe.model.arch.FeedForward;
import lathe.model.arch.Norm;
import lathe.model.arch.Part;
import lathe.model.arch.Window;
import lathe.model.keys.Activations;
import lathe.model.keys.Keys;
import lathe.run.Failure;

/** Gemma 2 (Gemma Team 2024): norms on both sides of each part, caps on scores, a window in every other layer. */
final class Gemma2 implements Family {
    static final int HEAD_DIM = 256;
    private static final double SCORE_CAP = 50;
    private static final double LOGIT_CAP = 30;

    @Override
    public String type() {
        return "gemma2";
    }

    @Override
    public Architecture architecture(Keys keys) throws Failure {
        int layers = keys.whole("num_hidden_layers");
        List<Boolean> even =
                IntStream.range(0, layers).mapToObj(i -> i % 2 == 0).toList();
        Window window = Decoders.window(keys, keys.whole("sliding_window", 4096), Decoders.chosen(keys, even));
        Attention attention = attention(keys, false, capOf(keys, "attn_logit_softcapping", SCORE_CAP), window);
        double cap = capOf(keys, "final_logit_softcapping", LOGIT_CAP);
        return Decoders.of(keys, attention, feedForward(keys), norm(keys), embedding(keys, cap), modules());
    }

    /** A cap; null says that there is none. */
    static double capOf(Keys keys, String key, double otherwise) throws Failure {
        return keys.json().has(key) ? keys.number(key, 0) : otherwise;
    }

    static Attention attention(Keys keys, boolean headNorms, double cap, Window window) throws Failure {
        keys.mustBe("use_bidirectional_attention", false);
        boolean bias = keys.flag("attention_bias", false);
        Attention.Maps maps = new Attention.Maps(false, bias, bias, headNorms);
        Attention plain = Decoders.attention(keys, keys.whole("head_dim", HEAD_DIM), maps, window);
        double scale = 1 / Math.sqrt(keys.number("query_pre_attn_scalar", 256));
        Attention.Scores scores = new Attention.Scores(scale, cap);
        return new Attention(
                plain.heads(), plain.kvHeads(), plain.headDim(), maps, scores, plain.rope(), plain.window());
    }

    static FeedForward feedForward(Keys keys) throws Failure {
        // the first checkpoints name another function by hidden_act, which transformers does not look at
        return FeedForward.gated(
                keys.whole("intermediate_size"), Activations.read(keys, "hidden_activation", "gelu_pytorch_tanh"));
    }

    static Norm norm(Keys keys) throws Failure {
        return new Norm(Norm.Kind.RMS_FROM_ONE, keys.number("rms_norm_eps", 1e-6), true);
    }

    static Embedding embedding(Keys keys, double cap) throws Failure {
        return new Embedding(keys.flag("tie_word_embeddings", true), Math.sqrt(keys.whole("hidden_size")), cap);
    }

    static Map<Part, String> modules() {
        Map<Part, String> modules = Decoders.modules();
        modules.put(Part.AFTER_ATTENTION_NORM, "post_attention_layernorm");
        modules.put(Part.BEFORE_FEED_FORWARD_NORM, "pre_feedforward_layernorm");
        modules.put(Part.AFTER_FEED_FORWARD_NORM, "post_feedforward_layernorm");
        return modules;
    }
}
