package lathe.model.adapter;

import java.util.ArrayList;
import java.util.List;
import lathe.model.layout.ModelLayout;
import lathe.model.layout.Slot;
import lathe.run.Failure;

/**
 * The tensors of an adapter for a model: those beside its linear maps, layer by layer, in a layer by the model's order,
 * for each map A (r, inputs), B (outputs, r) and with DoRA its magnitude (outputs).
 */
public final class AdapterLayout {
    /** What PEFT puts before the path of a module. */
    static final String PREFIX = "base_model.model.";

    private final ModelLayout model;
    private final AdapterConfig config;
    private final List<Slot> targeted;

    /** An adapter of a shape for a model; refuses targets that it does not have. */
    public AdapterLayout(ModelLayout model, AdapterConfig config) throws Failure {
        this.model = model;
        this.config = config;
        targeted = config.targeted(model);
    }

    /** The linear maps of a layer that get an adapter, in the layer's order. */
    public List<Slot> targeted() {
        return targeted;
    }

    /** How many tensors a layer has. */
    public int perLayer() {
        return targeted.size() * config.tensorsPerMap();
    }

    /** A linear map of a layer that has an adapter. */
    record Place(int layer, Slot map, String path) {}

    /** All maps that have an adapter, in the order of the tensors. */
    List<Place> places() {
        List<Place> places = new ArrayList<>();
        for (int i = 0; i < model.config().layers(); i++) {
            for (Slot map : targeted) {
                places.add(new Place(i, map, model.path(i, map.name())));
            }
        }
        return places;
    }

    /** The factor on B A of a map in each layer; a single number where all are equal. */
    public List<Double> scalings(Slot map) {
        List<Double> all = places().stream()
                .filter(place -> place.map().equals(map))
                .map(place -> config.scaling(place.path()))
                .toList();
        return all.stream().distinct().count() == 1 ? all.subList(0, 1) : all;
    }

    /** The factors of all maps, layer by layer; those of a single layer where all are equal. */
    public List<Double> scalings() {
        List<Double> all =
                places().stream().map(place -> config.scaling(place.path())).toList();
        List<Double> first = all.subList(0, targeted.size());
        for (int i = 0; i < all.size(); i++) {
            if (!all.get(i).equals(first.get(i % first.size()))) {
                return all;
            }
        }
        return first;
    }

    /** Names and shapes in PEFT's file. */
    public List<Slot> slots() {
        List<Slot> slots = new ArrayList<>();
        for (Place place : places()) {
            String path = PREFIX + place.path();
            int rank = config.rank(place.path());
            Slot map = place.map();
            slots.add(new Slot(path + ".lora_A.weight", Slot.Kind.LINEAR, rank, map.columns()));
            slots.add(new Slot(path + ".lora_B.weight", Slot.Kind.LINEAR, map.rows(), rank));
            if (config.kind().dora()) {
                slots.add(new Slot(path + ".lora_magnitude_vector", Slot.Kind.NORM, map.rows(), 0));
            }
        }
        return slots;
    }
}
