package lathe.model.script;

import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import lathe.model.adapter.AdapterConfig;
import lathe.model.adapter.AdapterLayout;
import lathe.model.adapter.SavedModules;
import lathe.model.layout.ModelLayout;
import lathe.model.layout.Slot;
import lathe.program.ProgramText;
import lathe.run.Failure;
import org.jspecify.annotations.Nullable;

/** The program text of an adapter: its linear maps, and how its tensors are made ready for them. */
final class AdapterText {
    private final ModelLayout layout;
    private final @Nullable AdapterConfig config;
    private final @Nullable AdapterLayout adapter;

    AdapterText(ModelLayout layout, @Nullable AdapterConfig config) throws Failure {
        this.layout = layout;
        this.config = config;
        adapter = config == null ? null : new AdapterLayout(layout, config);
    }

    /** What trains of the model itself: some modules beside an adapter, else everything. */
    Masters masters() throws Failure {
        return config == null ? Masters.all(layout) : new Masters(layout, new SavedModules(layout, config).indices());
    }

    /** Adds numbers that all modules may need. */
    void into(Map<String, Object> values) {
        int tensors = adapter == null ? 0 : adapter.perLayer();
        values.put("LAYER_ADAPTERS", tensors);
        values.put(
                "ADAPTER_INSIDE", IntStream.range(0, tensors).boxed().toList().toString());
        if (adapter != null) {
            values.put("SCALINGS", adapter.scalings().toString());
            values.put(
                    "READY",
                    adapter.targeted().stream()
                            .map(slot -> "self." + readyOf(slot) + "(i, lw, lr)")
                            .collect(Collectors.joining(" + ")));
        }
    }

    private String readyOf(Slot slot) {
        return layout.part(slot).method() + "_ready";
    }

    /**
     * Adds a linear map.
     *
     * @param weight text of its matrix
     * @param bias text of its bias; empty where it has none
     */
    void linear(ProgramText.Builder text, Slot slot, String weight, String bias) {
        Map<String, Object> values = new TreeMap<>();
        values.put("NAME", layout.part(slot).method());
        values.put("WEIGHT", weight);
        values.put("WEIGHTS", weight + (bias.isEmpty() ? "" : ", " + bias));
        values.put("PLUS_BIAS", bias.isEmpty() ? "y" : "y + " + bias);
        if (adapter == null || config == null || !adapter.targeted().contains(slot)) {
            text.with("linear_plain", values);
            return;
        }
        values.put("ADAPTER", config.tensorsPerMap() * adapter.targeted().indexOf(slot));
        values.put("SCALINGS", adapter.scalings(slot).toString());
        values.put("READY_MAP", readyOf(slot));
        text.with(config.kind().dora() ? "linear_dora" : "linear_lora", values);
        if (config.kind().dora()) {
            text.with("prepare_dora_map", values);
        }
    }

    /** The module that makes an adapter's tensors ready. */
    String preparing() {
        return config == null ? "prepare_none" : config.kind().dora() ? "prepare_dora" : "prepare_lora";
    }
}
