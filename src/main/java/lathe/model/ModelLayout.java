package lathe.model;

import java.util.ArrayList;
import java.util.List;

/**
 * The tensors of a model in the order in which programs take them: the embedding, those of each layer, the last norm,
 * and the head where it is not the embedding.
 */
public final class ModelLayout {
    private static final String LAYERS = "model.layers.";

    private final ModelConfig config;
    private final List<Slot> layer;

    private ModelLayout(ModelConfig config) {
        this.config = config;
        layer = layerOf(config);
    }

    /** The tensors of a model of this shape. */
    public static ModelLayout of(ModelConfig config) {
        return new ModelLayout(config);
    }

    private static List<Slot> layerOf(ModelConfig config) {
        int width = config.hiddenSize();
        int queries = config.heads() * config.headDim();
        int keys = config.kvHeads() * config.headDim();
        int inner = config.intermediateSize();
        return List.of(
                new Slot("input_layernorm", Slot.Kind.NORM, width, 0),
                new Slot("self_attn.q_proj", Slot.Kind.LINEAR, queries, width),
                new Slot("self_attn.k_proj", Slot.Kind.LINEAR, keys, width),
                new Slot("self_attn.v_proj", Slot.Kind.LINEAR, keys, width),
                new Slot("self_attn.o_proj", Slot.Kind.RESIDUAL_OUTPUT, width, queries),
                new Slot("post_attention_layernorm", Slot.Kind.NORM, width, 0),
                new Slot("mlp.gate_proj", Slot.Kind.LINEAR, inner, width),
                new Slot("mlp.up_proj", Slot.Kind.LINEAR, inner, width),
                new Slot("mlp.down_proj", Slot.Kind.RESIDUAL_OUTPUT, width, inner));
    }

    public ModelConfig config() {
        return config;
    }

    /** The tensors of one layer, named by their module. */
    public List<Slot> layer() {
        return layer;
    }

    /** The linear maps of one layer, named by their module: what an adapter can stand beside. */
    public List<Slot> linears() {
        return layer.stream().filter(slot -> slot.kind() != Slot.Kind.NORM).toList();
    }

    /** Index of a tensor within its layer. */
    int indexInLayer(String module) {
        for (int i = 0; i < layer.size(); i++) {
            if (layer.get(i).name().equals(module)) {
                return i;
            }
        }
        throw new IllegalArgumentException("no such module: " + module);
    }

    /** Path of a layer's module in the whole model. */
    static String path(int layer, String module) {
        return LAYERS + layer + "." + module;
    }

    /** Index of a tensor of a layer among all. */
    int index(int layerNumber, String module) {
        return 1 + layerNumber * layer.size() + indexInLayer(module);
    }

    /** Index of the last norm. */
    int finalNorm() {
        return 1 + config.layers() * layer.size();
    }

    /** Index of the table that writes tokens. */
    int head() {
        return config.tied() ? 0 : finalNorm() + 1;
    }

    /** All tensors, with the names that they have in the model's files. */
    public List<Slot> slots() {
        List<Slot> slots = new ArrayList<>();
        int width = config.hiddenSize();
        slots.add(new Slot("model.embed_tokens.weight", Slot.Kind.EMBEDDING, config.vocabSize(), width));
        for (int i = 0; i < config.layers(); i++) {
            for (Slot part : layer) {
                slots.add(new Slot(path(i, part.name()) + ".weight", part.kind(), part.rows(), part.columns()));
            }
        }
        slots.add(new Slot("model.norm.weight", Slot.Kind.NORM, width, 0));
        if (!config.tied()) {
            slots.add(new Slot("lm_head.weight", Slot.Kind.HEAD, config.vocabSize(), width));
        }
        return slots;
    }
}
