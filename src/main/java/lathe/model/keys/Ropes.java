package lathe.model.keys;

import lathe.model.arch.Rope;
import lathe.model.arch.RopeScaling;
import lathe.run.Failure;

/**
 * Reads rotary positions: {@code rope_theta} beside {@code rope_scaling} as before, or all in {@code rope_parameters}
 * as transformers 5 has it. Formulas are those of transformers.
 */
public final class Ropes {
    /** Longest text of a model whose config does not say. */
    public static final int MAX_POSITIONS = 2048;

    private static final double THETA = 10_000;

    private final Keys keys;
    private final Keys rope;
    private final int maxPositions;

    private Ropes(Keys keys, Keys rope) throws Failure {
        this.keys = keys;
        this.rope = rope;
        maxPositions = keys.whole("max_position_embeddings", MAX_POSITIONS);
    }

    /** The rope of all layers. */
    public static Rope read(Keys keys, int headDim) throws Failure {
        Keys rope = keys.within(keys.has("rope_scaling") ? "rope_scaling" : "rope_parameters");
        return new Ropes(keys, rope).rope(headDim, keys.number("rope_theta", THETA));
    }

    /**
     * A rope from an object of its own.
     *
     * @param theta base where the object names none
     */
    public static Rope read(Keys keys, Keys rope, int headDim, double theta) throws Failure {
        return new Ropes(keys, rope).rope(headDim, theta);
    }

    private Rope rope(int headDim, double theta) throws Failure {
        double share = rope.number("partial_rotary_factor", keys.number("partial_rotary_factor", 1));
        int dims = (int) (headDim * share);
        if (dims < 2 || dims % 2 != 0 || dims > headDim) {
            throw rope.refuse(
                    "partial_rotary_factor",
                    dims + " numbers of a head of " + headDim + " cannot turn in pairs",
                    "fetch the model again, or mend the key");
        }
        return new Rope(rope.number("rope_theta", theta), dims, scaling(dims, rope.number("rope_theta", theta)));
    }

    private RopeScaling scaling(int dims, double theta) throws Failure {
        String type = rope.text("rope_type", rope.text("type", "default"));
        return switch (type) {
            case "default" -> new RopeScaling.None();
            case "linear" -> new RopeScaling.Linear(rope.number("factor"));
            case "dynamic" -> new RopeScaling.Dynamic(rope.number("factor"), maxPositions);
            case "yarn" -> yarn(dims, theta);
            case "llama3" ->
                new RopeScaling.Llama3(
                        rope.number("factor"),
                        rope.number("low_freq_factor"),
                        rope.number("high_freq_factor"),
                        original());
            case "longrope", "su" -> longRope();
            default ->
                throw rope.refuse(
                        "rope_type",
                        "This model cannot be used: rope type is " + type,
                        "supported: default, linear, dynamic, yarn, llama3, longrope");
        };
    }

    /** Longest text before the stretch; a key beside the rope's own comes first, as phi3 has it. */
    private int original() throws Failure {
        String key = "original_max_position_embeddings";
        return keys.whole(key, rope.whole(key, maxPositions));
    }

    private double factor() throws Failure {
        return rope.number("factor", (double) maxPositions / original());
    }

    private RopeScaling yarn(int dims, double theta) throws Failure {
        double factor = factor();
        double first = pair(rope.number("beta_fast", 32), dims, theta);
        double last = pair(rope.number("beta_slow", 1), dims, theta);
        if (rope.flag("truncate", true)) {
            first = Math.floor(first);
            last = Math.ceil(last);
        }
        double turns = rope.number("attention_factor", yarnTurns(factor));
        return new RopeScaling.Yarn(factor, Math.max(first, 0), Math.min(last, dims - 1), turns);
    }

    /** The pair that turns so often over the longest text before the stretch. */
    private double pair(double turns, int dims, double theta) throws Failure {
        return dims * Math.log(original() / (turns * 2 * Math.PI)) / (2 * Math.log(theta));
    }

    private double yarnTurns(double factor) throws Failure {
        double scale = rope.number("mscale", 0);
        double all = rope.number("mscale_all_dim", 0);
        return scale != 0 && all != 0 ? grown(factor, scale) / grown(factor, all) : grown(factor, 1);
    }

    private static double grown(double factor, double scale) {
        return factor <= 1 ? 1 : 0.1 * scale * Math.log(factor) + 1;
    }

    private RopeScaling longRope() throws Failure {
        double factor = factor();
        double turns = factor <= 1 ? 1 : Math.sqrt(1 + Math.log(factor) / Math.log(original()));
        return new RopeScaling.LongRope(
                rope.numbers("short_factor"),
                rope.numbers("long_factor"),
                original(),
                rope.number("attention_factor", turns));
    }
}
