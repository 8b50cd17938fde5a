package lathe.recipe;

/** What leaves the house. */
public enum ExportFormat {
    /** PEFT's adapter folder. */
    ADAPTER,
    /** Hugging Face's model folder, the adapter merged in. */
    HF,
    /** One file for llama.cpp, numbers of 16 bits. */
    GGUF,
    /** The same with 8 bits a number and a scale for 32 of them. */
    GGUF_Q8_0,
    /** The same with 4 bits a number. */
    GGUF_Q4_0,
    /** A bundle for training on several machines. */
    CLUSTER
}
