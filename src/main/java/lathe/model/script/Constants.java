package lathe.model.script;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import lathe.model.arch.Architecture;
import lathe.model.arch.Attention;
import lathe.model.arch.Part;
import lathe.model.layout.ModelLayout;
import lathe.program.TensorType;

/** The constants of program text that a model's layout gives. */
final class Constants {
    private static final Map<Part, String> NORMS = Map.of(
            Part.INPUT_NORM, "INPUT_NORM",
            Part.QUERY_NORM, "QUERY_NORM",
            Part.KEY_NORM, "KEY_NORM",
            Part.AFTER_ATTENTION_NORM, "ATTENDED_NORM",
            Part.BEFORE_FEED_FORWARD_NORM, "POST_NORM",
            Part.AFTER_FEED_FORWARD_NORM, "FED_NORM");

    private final ModelLayout layout;
    private final Architecture architecture;

    Constants(ModelLayout layout) {
        this.layout = layout;
        architecture = layout.architecture();
    }

    /** The tensors of a part, as arguments: its weight, and its bias where it has one. */
    String tensors(Part part) {
        return layout.indices(part).stream().map(i -> "w[" + i + "]").collect(Collectors.joining(", "));
    }

    /** The text of a part's weight within its layer. */
    String weight(Part part) {
        return "w[" + layout.indices(part).get(0) + "]";
    }

    /** The text of its bias; empty where it has none. */
    String bias(Part part) {
        return layout.indices(part).size() > 1 ? "w[" + layout.indices(part).get(1) + "]" : "";
    }

    Map<String, Object> all(TensorType compute) {
        Map<String, Object> values = new TreeMap<>();
        sizes(values);
        values.put("COMPUTE", compute.torchNumber());
        NORMS.forEach((part, name) -> values.put(name, tensors(part)));
        int last = layout.finalNorm();
        values.put("FINAL_NORM", "w[" + last + "]" + (architecture.norm().hasBias() ? ", w[" + (last + 1) + "]" : ""));
        attention(values, architecture.attention());
        return values;
    }

    private void sizes(Map<String, Object> values) {
        values.put("LAYERS", architecture.layers());
        values.put("LAYER_WEIGHTS", layout.layer().size());
        values.put("HEAD", layout.head());
        values.put("POSITIONS", layout.positions());
        values.put("INNER", architecture.feedForward().inner());
        values.put("NORM_EPS", architecture.norm().epsilon());
        values.put("EMBED_SCALE", architecture.embedding().scale());
        values.put("LOGIT_CAP", architecture.embedding().scoreCap());
    }

    private static void attention(Map<String, Object> values, Attention attention) {
        values.put("HEADS", attention.heads());
        values.put("KV_HEADS", attention.kvHeads());
        values.put("HEAD_DIM", attention.headDim());
        values.put("GROUPED", attention.kvHeads() != attention.heads());
        values.put("SPLIT", attention.maps().headNorms() ? "raw_heads" : "heads");
        values.put("SCORE_CAP", attention.scores().cap());
        values.put("SCORE_SCALE", scale(attention));
        values.put("SCORE_FACTOR", factor(attention));
        values.put("WINDOW", attention.window().tokens());
        values.put("NEAR_LAYERS", flags(attention.window().layers()));
        boolean plain = attention.isPlain();
        String sight = "cos: Tensor, sin: Tensor" + (plain ? "" : ", mask: Optional[Tensor]");
        values.put("TYPED_SIGHT", sight);
        values.put("PLACES", "cos, sin, " + (plain ? "" : "mask, near, ") + "bounds, ends");
        values.put("TYPED_PLACES", sight + (plain ? "" : ", near: bool") + ", bounds: Tensor, ends: List[int]");
        values.put("SEES", plain ? "True" : "mask, True");
        values.put("APART", plain ? "bounds, ends" : "near, bounds, ends");
    }

    /** The operator's own scale goes unsaid, except where scores are computed without the operator. */
    private static Object scale(Attention attention) {
        if (attention.scores().scale() > 0) {
            return attention.scores().scale();
        }
        return attention.scores().cap() > 0 ? (Object) factor(attention) : "None";
    }

    private static double factor(Attention attention) {
        double scale = attention.scores().scale();
        return scale > 0 ? scale : 1 / Math.sqrt(attention.headDim());
    }

    private static String flags(List<Boolean> flags) {
        return flags.stream().map(flag -> flag ? "True" : "False").collect(Collectors.joining(", ", "[", "]"));
    }
}
