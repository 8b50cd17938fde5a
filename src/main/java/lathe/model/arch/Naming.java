package lathe.model.arch;

import java.util.Map;

/**
 * How a family's files name tensors and lay them out.
 *
 * @param base prefix of all but the head, which files of the bare model leave out
 * @param embedding the table of tokens
 * @param positions the table of positions; empty where positions turn
 * @param layers prefix of a layer's number
 * @param finalNorm the norm after all layers
 * @param head the table that writes tokens
 * @param modules what a layer's modules are called
 * @param inputsFirst whether files hold linear maps as (inputs, outputs), as gpt2's Conv1D does
 */
public record Naming(
        String base,
        String embedding,
        String positions,
        String layers,
        String finalNorm,
        String head,
        Map<Part, String> modules,
        boolean inputsFirst) {

    /** Copies the map. */
    public Naming {
        modules = Map.copyOf(modules);
    }

    /** Llama's names around the modules of a layer that are given. */
    public static Naming llama(Map<Part, String> modules) {
        return new Naming("model.", "model.embed_tokens", "", "model.layers.", "model.norm", "lm_head", modules, false);
    }

    /** A module of a layer. */
    public String module(Part part) {
        String name = modules.get(part);
        if (name == null) {
            throw new IllegalStateException("the family has no name for " + part);
        }
        return name;
    }
}
