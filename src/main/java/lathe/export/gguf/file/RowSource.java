package lathe.export.gguf.file;

import java.io.IOException;
import lathe.run.Failure;

/** Rows of a tensor as floats, one at a time, so that none is in memory as a whole. */
@FunctionalInterface
public interface RowSource {

    /** Fills an array of a row's length. */
    void read(long row, float[] into) throws Failure, IOException;
}
