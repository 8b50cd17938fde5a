package lathe.model.layout;

/**
 * A tensor that a model has.
 *
 * @param name in the model's files
 * @param kind what it does
 * @param rows outputs, or the only dimension
 * @param columns inputs; 0 for a vector
 */
public record Slot(String name, Kind kind, int rows, int columns) {

    /** What a tensor does, on which its first value depends. */
    public enum Kind {
        EMBEDDING,
        /** A learned row for each position. */
        POSITIONS,
        NORM,
        BIAS,
        LINEAR,
        /** A linear map whose result is added to the stream that runs through all layers. */
        RESIDUAL_OUTPUT,
        HEAD
    }

    /** Whether it is a linear map of a layer. */
    public boolean isLinear() {
        return kind == Kind.LINEAR || kind == Kind.RESIDUAL_OUTPUT;
    }

    /** Sizes of the dimensions. */
    public long[] shape() {
        return columns == 0 ? new long[] {rows} : new long[] {rows, columns};
    }

    /** How many numbers. */
    public long size() {
        return (long) rows * Math.max(columns, 1);
    }

    /** The same tensor with rows and columns changed. */
    public Slot turned() {
        return new Slot(name, kind, /* rows= */ columns, /* columns= */ rows);
    }

    /** The tensor of a module. */
    Slot within(String path) {
        return new Slot(path + name + (kind == Kind.BIAS ? ".bias" : ".weight"), kind, rows, columns);
    }
}
