package lathe.model.family;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import lathe.model.arch.Architecture;
import lathe.model.arch.Attention;
import lathe.model.arch.Embedding;
import lathe.model.arch.FeedForward;
import lathe.model.arch.Naming;
import lathe.model.arch.Norm;
import lathe.model.arch.Part;
import lathe.model.arch.Window;
import lathe.model.keys.Activations;
import lathe.model.keys.Keys;
import lathe.model.keys.Ropes;
import lathe.run.Failure;
import org.jspecify.annotations.Nullable;

/** What the families that came after Llama have in common with it: the keys, and the names of modules. */
final class Decoders {
    private static final String SLIDING = "sliding_attention";

    private Decoders() {}

    /** Names of Llama's modules. */
    static Map<Part, String> modules() {
        Map<Part, String> names = new EnumMap<>(Part.class);
        names.put(Part.INPUT_NORM, "input_layernorm");
        names.put(Part.QUERY, "self_attn.q_proj");
        names.put(Part.KEY, "self_attn.k_proj");
        names.put(Part.VALUE, "self_attn.v_proj");
        names.put(Part.OUTPUT, "self_attn.o_proj");
        names.put(Part.BEFORE_FEED_FORWARD_NORM, "post_attention_layernorm");
        names.put(Part.GATE, "mlp.gate_proj");
        names.put(Part.UP, "mlp.up_proj");
        names.put(Part.DOWN, "mlp.down_proj");
        return names;
    }

    /** A model whose attention, feed-forward part, norms and tables are given; sizes are read by their usual keys. */
    static Architecture of(
            Keys keys,
            Attention attention,
            FeedForward feedForward,
            Norm norm,
            Embedding embedding,
            Map<Part, String> modules)
            throws Failure {
        return new Architecture(
                keys.whole("vocab_size"),
                keys.whole("hidden_size"),
                keys.whole("num_hidden_layers"),
                keys.whole("max_position_embeddings", Ropes.MAX_POSITIONS),
                attention,
                feedForward,
                norm,
                embedding,
                Naming.llama(modules));
    }

    /** Attention with rotary positions by the usual keys. */
    static Attention attention(Keys keys, Attention.Maps maps, Window window) throws Failure {
        return attention(keys, headDim(keys), maps, window);
    }

    /** The same where the width of a head has a rule of its own. */
    static Attention attention(Keys keys, int headDim, Attention.Maps maps, Window window) throws Failure {
        int heads = keys.whole("num_attention_heads");
        int kvHeads = keys.whole("num_key_value_heads", heads);
        if (kvHeads < 1 || heads % kvHeads != 0) {
            throw keys.refuse(
                    "num_key_value_heads",
                    heads + " heads cannot share " + kvHeads + " keys and values",
                    "fetch the model again");
        }
        return new Attention(
                heads, kvHeads, headDim, maps, Attention.Scores.plain(), Ropes.read(keys, headDim), window);
    }

    /** Width of a head: its own key, else the model's width by the heads. */
    static int headDim(Keys keys) throws Failure {
        return keys.whole("head_dim", keys.whole("hidden_size") / keys.whole("num_attention_heads"));
    }

    static Norm rms(Keys keys, double epsilon) throws Failure {
        return Norm.before(Norm.Kind.RMS, keys.number("rms_norm_eps", epsilon));
    }

    /** SwiGLU by the usual keys. */
    static FeedForward gated(Keys keys) throws Failure {
        return FeedForward.gated(keys.whole("intermediate_size"), Activations.read(keys, "hidden_act", "silu"));
    }

    static Embedding embedding(Keys keys) throws Failure {
        return Embedding.plain(keys.flag("tie_word_embeddings", false));
    }

    /** All layers see the nearest tokens only, where there is a window. */
    static Window everyLayer(Keys keys, @Nullable Integer otherwise) throws Failure {
        int layers = keys.whole("num_hidden_layers");
        // null says that there is none; a key that is not there, that it is the family's own
        boolean absent = !keys.json().has("sliding_window");
        if (absent ? otherwise == null : !keys.has("sliding_window")) {
            return Window.none(layers);
        }
        int tokens = absent && otherwise != null ? otherwise : keys.whole("sliding_window");
        return window(
                keys, tokens, IntStream.range(0, layers).mapToObj(i -> true).toList());
    }

    /** A window that {@code use_sliding_window} turns on, from layer {@code max_window_layers} on (qwen). */
    static Window upperLayers(Keys keys) throws Failure {
        int layers = keys.whole("num_hidden_layers");
        if (!keys.flag("use_sliding_window", false) || nullWindow(keys)) {
            return Window.none(layers);
        }
        int first = keys.whole("max_window_layers", 28);
        List<Boolean> upper =
                IntStream.range(0, layers).mapToObj(i -> i >= first).toList();
        return window(keys, keys.whole("sliding_window", 4096), chosen(keys, upper));
    }

    private static boolean nullWindow(Keys keys) {
        return keys.json().has("sliding_window") && !keys.has("sliding_window");
    }

    /** The layers that {@code layer_types} names as sliding, else those of a rule. */
    static List<Boolean> chosen(Keys keys, List<Boolean> otherwise) throws Failure {
        List<String> types = keys.texts("layer_types");
        if (types == null) {
            return otherwise;
        }
        for (String type : types) {
            if (!type.equals(SLIDING) && !type.equals("full_attention")) {
                throw keys.refuse(
                        "layer_types",
                        "This model cannot be used: it has a layer of the type " + type,
                        "supported: full_attention, sliding_attention");
            }
        }
        if (types.size() != otherwise.size()) {
            throw keys.refuse(
                    "layer_types",
                    "layer_types names " + types.size() + " layers, the model has " + otherwise.size(),
                    "fetch the model again");
        }
        return types.stream().map(SLIDING::equals).toList();
    }

    static Window window(Keys keys, int tokens, List<Boolean> layers) throws Failure {
        if (tokens < 1) {
            throw keys.refuse(
                    "sliding_window", "sliding_window should be 1 or more, is " + tokens, "fetch the model again");
        }
        return new Window(tokens, layers, null);
    }
}
