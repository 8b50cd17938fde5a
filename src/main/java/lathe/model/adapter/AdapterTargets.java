package lathe.model.adapter;

import java.util.List;
import java.util.stream.IntStream;
import lathe.model.layout.ModelLayout;
import lathe.model.layout.Slot;
import lathe.run.Failure;

/**
 * Which linear maps of a model get an adapter, by PEFT's rules.
 *
 * @param names all-linear, names of modules, or a single pattern that whole paths must match
 * @param pattern whether the only name is a regular expression
 */
public record AdapterTargets(List<String> names, boolean pattern) {
    static final String ALL_LINEAR = "all-linear";

    /** Copies the list. */
    public AdapterTargets {
        names = List.copyOf(names);
    }

    /** Modules by their names. */
    public static AdapterTargets named(List<String> names) {
        return new AdapterTargets(names, false);
    }

    /** The linear maps of a layer that get an adapter, in the layer's order; the same in all layers. */
    List<Slot> in(ModelLayout layout) throws Failure {
        for (String name : names) {
            if (!matchesAny(name, layout)) {
                throw unknown(name, layout);
            }
        }
        List<Slot> chosen = layout.linears().stream()
                .filter(slot -> isTargeted(layout, slot, 0))
                .toList();
        refuseSingleLayers(layout);
        return chosen;
    }

    /** PEFT writes what all-linear found as a path for each layer. */
    private boolean matchesAny(String name, ModelLayout layout) {
        return IntStream.range(0, layout.config().layers())
                .anyMatch(i -> layout.linears().stream().anyMatch(slot -> matches(name, layout.path(i, slot.name()))));
    }

    private void refuseSingleLayers(ModelLayout layout) throws Failure {
        for (Slot slot : layout.linears()) {
            for (int i = 1; i < layout.config().layers(); i++) {
                if (isTargeted(layout, slot, i) != isTargeted(layout, slot, 0)) {
                    throw Failure.badInput(
                            "The adapter's targets choose " + slot.name() + " in some layers only",
                            String.join(", ", names),
                            "name modules that are the same in all layers, as q_proj");
                }
            }
        }
    }

    private boolean isTargeted(ModelLayout layout, Slot slot, int layer) {
        return names.stream().anyMatch(name -> matches(name, layout.path(layer, slot.name())));
    }

    /** A name matches a path that is it or ends with it after a dot; a pattern must match all of the path. */
    private boolean matches(String name, String path) {
        if (name.equals(ALL_LINEAR)) {
            return true;
        }
        return pattern ? path.matches(name) : path.equals(name) || path.endsWith("." + name);
    }

    /**
     * Names that choose the same maps in PEFT: the last word of each, or more of it where the word alone would choose
     * others too, as gpt2's c_proj.
     */
    List<String> written(ModelLayout layout) throws Failure {
        List<Slot> chosen = in(layout);
        List<String> words =
                chosen.stream().map(AdapterTargets::word).distinct().toList();
        long meant = layout.linears().stream()
                .filter(slot -> words.contains(word(slot)))
                .count();
        return meant == chosen.size() ? words : chosen.stream().map(Slot::name).toList();
    }

    private static String word(Slot slot) {
        return slot.name().substring(slot.name().lastIndexOf('.') + 1);
    }

    private static Failure unknown(String name, ModelLayout layout) {
        List<String> known =
                layout.linears().stream().map(AdapterTargets::word).distinct().toList();
        return Failure.badInput(
                "No matrix of the model matches the adapter's target " + name,
                "lora.targets",
                "use all-linear or some of: " + String.join(", ", known));
    }
}
