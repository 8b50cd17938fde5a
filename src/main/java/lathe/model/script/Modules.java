package lathe.model.script;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import lathe.model.arch.Architecture;
import lathe.model.arch.Attention;
import lathe.model.arch.Rope;
import lathe.program.ProgramText;

/** Which modules of text stand for which trait. */
final class Modules {
    private Modules() {}

    static String embedding(Architecture architecture) {
        if (architecture.learnsPositions()) {
            return "embed_positions";
        }
        return architecture.embedding().scale() == 1 ? "embed_plain" : "embed_scaled";
    }

    /** What turns queries and keys: angles for all layers, and others for those with a window where they differ. */
    static void rotary(ProgramText.Builder text, Architecture architecture) {
        Attention attention = architecture.attention();
        Rope rope = attention.rope();
        if (rope == null) {
            text.with("angles_none", Map.of("ANGLES", "angles")).with("rotate_none");
            return;
        }
        boolean whole = rope.dims() == attention.headDim();
        text.with(whole ? "rotate_half" : "rotate_part", Map.of("ROTARY_DIM", rope.dims()));
        angles(text, rope, "");
        if (!attention.isPlain()) {
            Rope near = attention.window().rope();
            if (near != null) {
                angles(text, near, "near_");
            }
            text.with(near == null ? "near_same" : "near_other");
        }
    }

    private static void angles(ProgramText.Builder text, Rope rope, String prefix) {
        Map<String, Object> numbers = numbers(rope, prefix);
        text.with(rope.scaling().module(), numbers);
        text.with(rope.scaling().factorOnTurns() == 1 ? "angles_plain" : "angles_scaled", numbers);
    }

    /** What the modules of angles need; a prefix tells those of layers with a window from the others. */
    static Map<String, Object> numbers(Rope rope, String prefix) {
        Map<String, Object> numbers = new TreeMap<>(rope.scaling().numbers());
        numbers.put("FREQUENCY", prefix + "frequency");
        numbers.put("ANGLES", prefix + "angles");
        numbers.put("TURNS", prefix + "turns");
        numbers.put("ROTARY_DIM", rope.dims());
        numbers.put("ROPE_THETA", rope.theta());
        numbers.put("TURN_FACTOR", rope.scaling().factorOnTurns());
        return numbers;
    }

    /** All of a layer but its linear maps. */
    static String[] layer(Architecture architecture, boolean flash) {
        Attention attention = architecture.attention();
        List<String> modules = new ArrayList<>();
        modules.add(attention.maps().fused() ? "heads_fused" : "heads_separate");
        if (attention.maps().headNorms()) {
            modules.add("heads_normed");
        }
        modules.add(attend(attention));
        modules.add("apart");
        modules.addAll(apart(attention, flash));
        modules.add("attention");
        modules.add(architecture.feedForward().activation().module());
        modules.add(architecture.feedForward().module());
        modules.add(architecture.norm().sandwich() ? "residual_normed" : "residual_plain");
        modules.add("decoder");
        modules.add(attention.isPlain() ? "layers_alike" : "layers_windowed");
        modules.add("layers");
        return modules.toArray(String[]::new);
    }

    /** How documents that share a row are kept apart. */
    private static List<String> apart(Attention attention, boolean flash) {
        boolean plain = attention.isPlain();
        if (flash && attention.scores().cap() == 0) {
            return List.of("apart_flash", plain ? "apart_flash_alike" : "apart_flash_windowed");
        }
        return List.of(plain ? "apart_loop" : "apart_loop_windowed");
    }

    private static String attend(Attention attention) {
        if (attention.scores().cap() > 0) {
            return "attend_capped";
        }
        return attention.isPlain() ? "attend_plain" : "attend_masked";
    }

    /** What enters the first layer. */
    static void embedded(ProgramText.Builder text, Objective objective) {
        if (objective.isNoisy()) {
            text.with("embedded_noisy", Map.of("NOISE", objective.loss().neftuneNoiseAlpha()));
        } else {
            text.with("embedded_plain");
        }
    }

    /** What follows the last layer. */
    static void ends(ProgramText.Builder text, Architecture architecture, Objective objective) {
        boolean capped = architecture.embedding().scoreCap() > 0;
        text.with(capped ? "scores_capped" : "scores_plain", "likelihood");
        if (objective.isWeighted()) {
            text.with(capped ? "slope_capped" : "slope_plain");
            text.with(
                    "cross_entropy_weighted",
                    Map.of(
                            "SMOOTHING", objective.loss().labelSmoothingFactor(),
                            "Z_LOSS", objective.loss().zLoss()));
        } else {
            text.with(capped ? "cross_entropy_capped" : "cross_entropy");
        }
    }
}
