package lathe.export.gguf;

/**
 * The order of rows within a head. Transformers turns the first half of a head's numbers against the second half;
 * llama.cpp's Llama turns neighbours, as Meta's own code does. So rows of the query and key maps change places: the
 * pair (i, i + half) of one is (2 i, 2 i + 1) of the other.
 */
final class HeadRows {
    private HeadRows() {}

    /** Whether the rows of a tensor of transformers' are in another order in GGUF. */
    static boolean moved(String name) {
        return name.endsWith("self_attn.q_proj.weight") || name.endsWith("self_attn.k_proj.weight");
    }

    /** The row of transformers' tensor that stands at a row of GGUF's. */
    static long source(long row, int headDim) {
        long within = row % headDim;
        return row - within + (within % 2 * (headDim / 2)) + (within / 2);
    }

    /** The row of GGUF's tensor at which a row of transformers' stands. */
    static long target(long row, int headDim) {
        long within = row % headDim;
        long half = headDim / 2;
        return row - within + (within % half * 2) + (within / half);
    }
}
