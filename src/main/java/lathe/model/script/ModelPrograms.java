package lathe.model.script;

import java.util.Map;
import lathe.model.adapter.AdapterConfig;
import lathe.model.arch.Architecture;
import lathe.model.layout.ModelLayout;
import lathe.model.layout.Slot;
import lathe.program.ProgramText;
import lathe.recipe.LossSettings;
import lathe.run.Failure;
import org.jspecify.annotations.Nullable;

/** The programs of a model: the modules of text that its architecture needs, and the numbers that go into them. */
public final class ModelPrograms {
    private final ModelLayout layout;
    private final @Nullable AdapterConfig adapter;
    private final Arithmetic arithmetic;

    /**
     * Programs for a model.
     *
     * @param adapter the adapter beside the frozen weights, or null for the weights alone
     */
    public ModelPrograms(ModelLayout layout, @Nullable AdapterConfig adapter, Arithmetic arithmetic) {
        this.layout = layout;
        this.adapter = adapter;
        this.arithmetic = arithmetic;
    }

    /**
     * Scores and writes: methods {@code prepared}, which makes an adapter's tensors what the others take, and
     * {@code evaluate}, {@code judge}, {@code logits} and {@code advance}; {@code begin_batch} and
     * {@code advance_batch} for texts side by side; {@code advance_stream} and {@code score_stream} for one without
     * end.
     */
    public ProgramText inference() throws Failure {
        boolean plain = architecture().attention().isPlain();
        ProgramText.Builder text =
                decoder(LossSettings.PLAIN).with("evaluate", plain ? "attention_cache" : "attention_cache_windowed");
        KeptModules.add(text, architecture());
        return text.build();
    }

    /**
     * Trains: methods {@code backward}, {@code accumulate}, {@code norm_of} and {@code update}, and {@code prepared}
     * and {@code evaluate}.
     */
    public ProgramText training() throws Failure {
        return training(LossSettings.PLAIN);
    }

    /** The same for a loss that is not the plain one. */
    public ProgramText training(LossSettings loss) throws Failure {
        String gradient = arithmetic.byLayer() ? "train_by_layer" : "train_whole";
        return decoder(loss)
                .with("evaluate", "train", gradient, "adamw", "adamw_8bit")
                .build();
    }

    private Architecture architecture() {
        return layout.architecture();
    }

    private ProgramText.Builder decoder(LossSettings loss) throws Failure {
        AdapterText beside = new AdapterText(layout, adapter);
        Constants constants = new Constants(layout);
        Map<String, Object> values = constants.all(arithmetic.compute());
        beside.into(values);
        beside.masters().into(values);
        ProgramText.Builder text =
                ProgramText.of(values).with(architecture().norm().kind().module(), Modules.embedding(architecture()));
        Objective objective = new Objective(loss, arithmetic.compute());
        Modules.embedded(text, objective);
        Modules.rotary(text, architecture());
        if (arithmetic.weights().isQuantized()) {
            text.with("nf4_values", arithmetic.weights().module());
        }
        text.with(beside.preparing());
        for (Slot slot : layout.linears()) {
            beside.linear(text, slot, weight(constants, slot), constants.bias(layout.part(slot)));
        }
        text.with(Modules.layer(architecture(), arithmetic.flash()));
        Modules.ends(text, architecture(), objective);
        return text;
    }

    private String weight(Constants constants, Slot slot) {
        String stored = constants.weight(layout.part(slot));
        return arithmetic.weights().isQuantized()
                ? "self.dense(" + stored + ", " + slot.rows() + ", " + slot.columns() + ")"
                : stored;
    }
}
