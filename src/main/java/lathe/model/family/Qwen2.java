package lathe.model.family;

import lathe.model.arch.Architecture;
import lathe.model.arch.Attention;
import lathe.model.keys.Keys;
import lathe.run.Failure;

/** Qwen 2 and 2.5 (Yang et al. 2024): Llama with biases on queries, keys and values. */
final class Qwen2 implements Family {
    @Override
    public String type() {
        return "qwen2";
    }

    @Override
    public Architecture architecture(Keys keys) throws Failure {
        Attention.Maps maps = new Attention.Maps(false, true, false, false);
        return Decoders.of(
                keys,
                Decoders.attention(keys, maps, Decoders.upperLayers(keys)),
                Decoders.gated(keys),
                Decoders.rms(keys, 1e-6),
                Decoders.embedding(keys),
                Decoders.modules());
    }
}
