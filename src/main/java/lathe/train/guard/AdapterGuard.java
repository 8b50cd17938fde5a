package lathe.train.guard;

import ai.djl.ndarray.NDArray;
import java.util.ArrayList;
import java.util.List;
import lathe.model.layout.Slot;
import lathe.run.Failure;
import lathe.run.RunContext;

/**
 * Looks once, after the first updates, whether an adapter moves. Its B begin as zeros, and a single gradient moves
 * them: one that is still zero has no part in the loss.
 */
public final class AdapterGuard {
    private static final String B = ".lora_B.";
    private static final int UPDATES = 3;

    private final String key;
    private final RunContext context;
    private int updates;

    /**
     * A guard that has seen nothing.
     *
     * @param key of the stage in the recipe, as {@code train.0}
     */
    public AdapterGuard(String key, RunContext context) {
        this.key = key;
        this.context = context;
    }

    /** An update of a rate above 0 is over; returns whether it is time to look. */
    public boolean isDue() {
        return ++updates == UPDATES;
    }

    /** Looks at what trains. */
    public void look(List<Slot> slots, List<NDArray> parameters) throws Failure {
        List<String> still = new ArrayList<>();
        int all = 0;
        for (int i = 0; i < slots.size(); i++) {
            if (slots.get(i).name().contains(B)) {
                all++;
                if (isZero(parameters.get(i))) {
                    still.add(slots.get(i).name());
                }
            }
        }
        tell(still, all);
    }

    private static boolean isZero(NDArray tensor) {
        try (NDArray sizes = tensor.abs();
                NDArray most = sizes.max()) {
            return most.getFloat() == 0;
        }
    }

    private void tell(List<String> still, int all) throws Failure {
        if (still.isEmpty()) {
            return;
        }
        String where = key + ".lora.targets";
        if (still.size() == all) {
            throw Failure.badInput(
                    "The adapter does not move: after " + UPDATES + " updates every B is still zero: " + few(still),
                    where,
                    "raise learning-rate",
                    "check that the data has tokens to learn: see what the model will see, in Mix",
                    "set precision to bf16 or fp32");
        }
        context.warn(
                "A part of the adapter does not move: after " + UPDATES + " updates " + still.size() + " of " + all
                        + " B are still zero: " + few(still),
                where,
                "take those matrices out of lora.targets");
    }

    private static String few(List<String> names) {
        String shown = String.join(", ", names.subList(0, Math.min(3, names.size())));
        return names.size() > 3 ? shown + " and " + (names.size() - 3) + " more" : shown;
    }
}
