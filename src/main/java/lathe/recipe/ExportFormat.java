package lathe.recipe;

/** What leaves the house. */
public enum ExportFormat {
    /** PEFT's adapter folder. */
    ADAPTER,
    /** Hugging Face's model folder, the adapter merged in. */
    HF,
    /** One file for llama.cpp. */
    GGUF,
    /** A bundle for training on several machines. */
    CLUSTER
}
