package lathe.model.file;

import java.util.Collection;
import java.util.regex.Pattern;
import lathe.model.arch.Naming;
import lathe.model.layout.Slot;

/**
 * How names and forms in files differ from those of slots.
 *
 * @param base prefix that files of a bare model leave out
 * @param inputsFirst whether linear maps lie as (inputs, outputs)
 */
record TensorNames(String base, boolean inputsFirst) {
    /** Tables that older versions of transformers wrote and that follow from the config. */
    private static final Pattern COMPUTED = Pattern.compile(".*(rotary_emb\\.inv_freq|attn\\.(masked_)?bias)");

    static TensorNames of(Naming naming) {
        return new TensorNames(naming.base(), naming.inputsFirst());
    }

    static TensorNames asTheyAre() {
        return new TensorNames("", false);
    }

    /** The name of the slot that a tensor fills; its own where it fills none. */
    String slot(String stored, Collection<String> slots) {
        return slots.contains(stored) || !slots.contains(base + stored) ? stored : base + stored;
    }

    boolean isTurned(Slot slot) {
        return inputsFirst && slot.isLinear();
    }

    static boolean isComputed(String name) {
        return COMPUTED.matcher(name).matches();
    }
}
