package lathe.model.layout;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import lathe.model.arch.Architecture;
import lathe.model.arch.ModelConfig;
import lathe.model.arch.Naming;
import lathe.model.arch.Part;

/**
 * The tensors of a model in the order in which programs take them: the embedding, those of each layer, the last norm,
 * the head where it is not the embedding, and the table of positions where there is one. In memory a linear map is
 * always (outputs, inputs).
 */
public final class ModelLayout {
    private final ModelConfig config;
    private final Architecture architecture;
    private final List<LayerSlots.Piece> pieces;

    private ModelLayout(ModelConfig config) {
        this.config = config;
        architecture = config.architecture();
        pieces = LayerSlots.of(architecture);
    }

    /** The tensors of a model of this shape. */
    public static ModelLayout of(ModelConfig config) {
        return new ModelLayout(config);
    }

    public ModelConfig config() {
        return config;
    }

    public Architecture architecture() {
        return architecture;
    }

    /** The tensors of one layer, named by their module. */
    public List<Slot> layer() {
        return pieces.stream().map(LayerSlots.Piece::slot).toList();
    }

    /** The linear maps of one layer, named by their module: what an adapter can stand beside. */
    public List<Slot> linears() {
        return layer().stream().filter(Slot::isLinear).toList();
    }

    /** What a linear map of the layer does. */
    public Part part(Slot linear) {
        return pieces.get(layer().indexOf(linear)).part();
    }

    /** Indices within its layer of what belongs to a part: its weight, and its bias where it has one. */
    public List<Integer> indices(Part part) {
        return IntStream.range(0, pieces.size())
                .filter(i -> pieces.get(i).part() == part)
                .boxed()
                .toList();
    }

    /** Path of a layer's module in the whole model. */
    public String path(int layer, String module) {
        return architecture.naming().layers() + layer + "." + module;
    }

    /** Index of a linear map of a layer among all tensors. */
    public int index(int layerNumber, Slot linear) {
        return 1 + layerNumber * pieces.size() + layer().indexOf(linear);
    }

    /** Index of the last norm's weight; its bias follows where it has one. */
    public int finalNorm() {
        return 1 + architecture.layers() * pieces.size();
    }

    /** Index of the table that writes tokens. */
    public int head() {
        return config.tied() ? 0 : finalNorm() + (architecture.norm().hasBias() ? 2 : 1);
    }

    /** Index of the table of positions, which is the last tensor. */
    public int positions() {
        return slots().size() - 1;
    }

    /** All tensors, with the names that they have in the model's files. */
    public List<Slot> slots() {
        Naming naming = architecture.naming();
        int width = architecture.hiddenSize();
        List<Slot> slots = new ArrayList<>();
        slots.add(new Slot("", Slot.Kind.EMBEDDING, architecture.vocabSize(), width).within(naming.embedding()));
        for (int i = 0; i < architecture.layers(); i++) {
            for (Slot part : layer()) {
                slots.add(part.within(path(i, "")));
            }
        }
        slots.add(new Slot("", Slot.Kind.NORM, width, 0).within(naming.finalNorm()));
        if (architecture.norm().hasBias()) {
            slots.add(new Slot("", Slot.Kind.BIAS, width, 0).within(naming.finalNorm()));
        }
        if (!config.tied()) {
            slots.add(new Slot("", Slot.Kind.HEAD, architecture.vocabSize(), width).within(naming.head()));
        }
        if (architecture.learnsPositions()) {
            slots.add(new Slot("", Slot.Kind.POSITIONS, architecture.maxPositions(), width).within(naming.positions()));
        }
        return slots;
    }
}
