package lathe.model.family;

import lathe.model.arch.Architecture;
import lathe.model.arch.Attention;
import lathe.model.keys.Keys;
import lathe.run.Failure;

/** Mistral (Jiang et al. 2023): Llama with a window over all layers. */
final class Mistral implements Family {
    @Override
    public String type() {
        return "mistral";
    }

    @Override
    public Architecture architecture(Keys keys) throws Failure {
        return Decoders.of(
                keys,
                Decoders.attention(keys, Attention.Maps.plain(), Decoders.everyLayer(keys, 4096)),
                Decoders.gated(keys),
                Decoders.rms(keys, 1e-6),
                Decoders.embedding(keys),
                Decoders.modules());
    }
}
