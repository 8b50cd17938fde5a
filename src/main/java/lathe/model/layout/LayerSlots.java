package lathe.model.layout;

import java.util.ArrayList;
import java.util.List;
import lathe.model.arch.Architecture;
import lathe.model.arch.Attention;
import lathe.model.arch.FeedForward;
import lathe.model.arch.Part;

/** The tensors of one layer, in the order in which programs take them; a bias follows its weight. */
final class LayerSlots {

    /**
     * A tensor and what it belongs to.
     *
     * @param slot named by its module
     */
    record Piece(Part part, Slot slot) {
        boolean isBias() {
            return slot.kind() == Slot.Kind.BIAS;
        }
    }

    private final Architecture architecture;
    private final List<Piece> pieces = new ArrayList<>();

    private LayerSlots(Architecture architecture) {
        this.architecture = architecture;
    }

    static List<Piece> of(Architecture architecture) {
        LayerSlots slots = new LayerSlots(architecture);
        slots.attention();
        slots.feedForward();
        return List.copyOf(slots.pieces);
    }

    private void attention() {
        Attention attention = architecture.attention();
        Attention.Maps maps = attention.maps();
        int width = architecture.hiddenSize();
        norm(Part.INPUT_NORM, width);
        if (maps.fused()) {
            int all = attention.queryWidth() + 2 * attention.keyWidth();
            linear(Part.QUERY_KEY_VALUE, all, width, maps.inputBias());
        } else {
            linear(Part.QUERY, attention.queryWidth(), width, maps.inputBias());
            linear(Part.KEY, attention.keyWidth(), width, maps.inputBias());
            linear(Part.VALUE, attention.keyWidth(), width, maps.inputBias());
        }
        if (maps.headNorms()) {
            norm(Part.QUERY_NORM, attention.headDim());
            norm(Part.KEY_NORM, attention.headDim());
        }
        linear(Part.OUTPUT, width, attention.queryWidth(), maps.outputBias());
        if (architecture.norm().sandwich()) {
            norm(Part.AFTER_ATTENTION_NORM, width);
        }
    }

    private void feedForward() {
        FeedForward part = architecture.feedForward();
        int width = architecture.hiddenSize();
        norm(Part.BEFORE_FEED_FORWARD_NORM, width);
        if (part.fused()) {
            linear(Part.GATE_UP, 2 * part.inner(), width, part.bias());
        } else {
            if (part.gated()) {
                linear(Part.GATE, part.inner(), width, part.bias());
            }
            linear(Part.UP, part.inner(), width, part.bias());
        }
        linear(Part.DOWN, width, part.inner(), part.bias());
        if (architecture.norm().sandwich()) {
            norm(Part.AFTER_FEED_FORWARD_NORM, width);
        }
    }

    private void norm(Part part, int width) {
        add(part, Slot.Kind.NORM, width, 0, architecture.norm().hasBias());
    }

    private void linear(Part part, int rows, int columns, boolean bias) {
        boolean residual = part == Part.OUTPUT || part == Part.DOWN;
        add(part, residual ? Slot.Kind.RESIDUAL_OUTPUT : Slot.Kind.LINEAR, rows, columns, bias);
    }

    private void add(Part part, Slot.Kind kind, int rows, int columns, boolean bias) {
        String name = architecture.naming().module(part);
        pieces.add(new Piece(part, new Slot(name, kind, rows, columns)));
        if (bias) {
            pieces.add(new Piece(part, new Slot(name, Slot.Kind.BIAS, rows, 0)));
        }
    }
}
