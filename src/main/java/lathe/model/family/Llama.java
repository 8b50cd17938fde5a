package lathe.model.family;

import lathe.model.arch.Architecture;
import lathe.model.arch.Attention;
import lathe.model.arch.FeedForward;
import lathe.model.arch.Window;
import lathe.model.keys.Keys;
import lathe.run.Failure;

/** Llama 1 to 3 (Touvron et al. 2023), and all that took its form. */
final class Llama implements Family {
    @Override
    public String type() {
        return "llama";
    }

    @Override
    public Architecture architecture(Keys keys) throws Failure {
        boolean bias = keys.flag("attention_bias", false);
        Attention attention = Decoders.attention(
                keys, new Attention.Maps(false, bias, bias, false), Window.none(keys.whole("num_hidden_layers")));
        FeedForward gated = Decoders.gated(keys);
        FeedForward feedForward =
                new FeedForward(gated.inner(), gated.activation(), true, false, keys.flag("mlp_bias", false));
        return Decoders.of(
                keys, attention, feedForward, Decoders.rms(keys, 1e-6), Decoders.embedding(keys), Decoders.modules());
    }
}
