package lathe.mix.shard;

/** Whose files hold tokens. */
public enum ShardLayout {
    /** Folders {@code train} and {@code evaluate}, as {@link lathe.data.TokenShard} opens them. */
    LATHE,
    /**
     * nanoGPT's {@code train.bin} and {@code val.bin}: ids one after another. For more than 65,536 entries they have
     * four bytes, which nanoGPT's own reader must be told: {@code dtype=np.uint32}.
     */
    NANOGPT,
    /**
     * Megatron-LM's indexed data set: {@code train_document.bin} and {@code .idx}, {@code val_document.bin} and .idx.
     */
    MEGATRON
}
